package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {

  /** 300 multiply-adds per sample and pass. */
  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.HALF_MEAN_SQUARED_ERROR,
          Precision.FLOAT,
          LayerShape.of(20, 10, Activation.TANH),
          LayerShape.of(10, 10, Activation.TANH));

  @ParameterizedTest
  @CsvSource({
    "1, 8, 1",
    "4444, 8, 1",
    "4445, 8, 2",
    "9000, 8, 4",
    "2147483647, 8, 8",
    "2147483647, 1, 1",
    "9000, 0, 1",
    "2147483647, 100000, 1024"
  })
  void everyThreadHasEnoughToDo(int batch, int cores, int threads) {
    assertThat(Threads.forBatch(SHAPE, batch, cores)).isEqualTo(threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1_025, 1_000_000, Integer.MAX_VALUE})
  void aTrainerRefusesNoThreadsAndTooMany(int threads) {
    assertThatThrownBy(() -> Trainer.builder().threads(threads))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of threads is " + threads + "; give 1 to 1024.");
    assertThat(Threads.checked(1)).isEqualTo(1);
    assertThat(Threads.checked(1_024)).isEqualTo(1_024);
  }
}

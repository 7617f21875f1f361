package dev.burin.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.Claim;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.NetworkShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of networks whose weights are not set, or that are in the hands of another thread. */
class UnsetNetworkTest {

  @TempDir Path directory;

  private static NeuralNetwork unset(Precision precision) {
    NetworkShape shape = TestNetworks.shape(precision, 2, 3, 1);
    return switch (precision) {
      case FLOAT -> new FloatNetwork(shape, new FloatTwin(shape));
      case DOUBLE -> new DoubleNetwork(shape, new DoubleTwin(shape));
    };
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void isNotSavedAndNothingIsWritten(Precision precision) throws IOException {
    Path file = Files.write(directory.resolve("good"), new byte[] {1, 2, 3});
    assertThatIllegalStateException()
        .isThrownBy(() -> WeightsFile.save(file, unset(precision)))
        .withMessageStartingWith("The network 2-3-1 has no weights yet");
    assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
    assertThat(directory.toFile().list()).containsExactly("good");
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void isSetByAFileEvenOneOfZeros(Precision precision) throws IOException {
    Path file = directory.resolve("zeros");
    WeightsFile.save(file, TestNetworks.of(precision, 2, 3, 1));
    NeuralNetwork network = unset(precision);
    assertThat(network.hasWeights()).isFalse();
    WeightsFile.load(file, network);
    assertThat(network.hasWeights()).isTrue();
    WeightsFile.save(directory.resolve("again"), network);
  }

  @Test
  void isNeitherSavedNorLoadedWhileAnotherThreadTrainsIt() throws Exception {
    Path file = directory.resolve("weights");
    FloatNetwork network = TestNetworks.floats(2, 3, 1);
    WeightsFile.save(file, network);
    try (ExecutorService other = Executors.newSingleThreadExecutor();
        Claim _ = network.claim()) {
      WeightsFile.save(file, network);
      WeightsFile.load(file, network);
      assertThat(failure(other.submit(() -> WeightsFile.load(file, network))))
          .hasMessageContaining("is being trained or written");
      assertThat(
              failure(
                  other.submit(
                      () -> {
                        WeightsFile.save(directory.resolve("other"), network);
                        return 0;
                      })))
          .hasMessageContaining("is being trained or written");
    }
    assertThat(directory.toFile().list()).containsExactly("weights");
  }

  private static Throwable failure(Future<?> work) throws InterruptedException {
    try {
      work.get();
      throw new AssertionError("Nothing was thrown.");
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}

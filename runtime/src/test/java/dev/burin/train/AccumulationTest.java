package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.kernel.Law;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Momentum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several batches that make one update. */
class AccumulationTest {

  private static TrainerBuilder builder() {
    return Trainer.builder().optimizer(new Momentum(0.3, 0.9)).epochs(2);
  }

  /** Whole blocks of the law of sums, parts of them, and a last update that has fewer. */
  @ParameterizedTest
  @CsvSource({Law.BLOCK + ",2,20000", Law.BLOCK + ",3,20000", "100,7,2000", "1,50,120"})
  void haveTheBitsOfOneThatIsAsLarge(int batch, int times, int n) {
    Dataset data = Samples.halves(n, 3, 5);
    FloatNetwork large = Samples.floats(3, 4, 1);
    TrainingHistory expected = builder().batch(batch * times).build().train(large, data);
    FloatNetwork network = Samples.floats(3, 4, 1);
    TrainingHistory history =
        builder().batch(batch).accumulate(times).threads(2).build().train(network, data);
    assertThat(network.parameters()).containsExactly(large.parameters());
    assertThat(history.costs()).containsExactly(expected.costs());
    assertThat(history.iterations()).isEqualTo((n + batch * times - 1) / (batch * times) * 2);

    DoubleNetwork wide = Samples.doubles(3, 4, 1);
    builder().batch(batch * times).build().train(wide, data);
    DoubleNetwork other = Samples.doubles(3, 4, 1);
    builder().batch(batch).accumulate(times).build().train(other, data);
    assertThat(other.parameters()).containsExactly(wide.parameters());
  }

  @Test
  void aProductBeyondAllSamplesIsAFullBatch() {
    Dataset data = Samples.halves(9, 3, 5);
    FloatNetwork large = Samples.floats(3, 4, 1);
    builder().build().train(large, data);
    FloatNetwork network = Samples.floats(3, 4, 1);
    builder().batch(1 << 20).accumulate(1 << 20).build().train(network, data);
    assertThat(network.parameters()).containsExactly(large.parameters());
  }

  @Test
  void itIsCheckedAndSaysItself() {
    assertThat(builder().batch(64).accumulate(8).build()).asString().contains("batch 64 x 8, ");
    assertThatThrownBy(() -> builder().accumulate(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of batches of an update is 0, not 1 or more.");
  }
}

package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.optimize.Momentum;
import dev.burin.data.ByteTable;
import dev.burin.data.Dataset;
import dev.burin.data.Labels;
import dev.burin.data.SampleWeights;
import dev.burin.kernel.DoubleNetwork;
import dev.burin.kernel.FloatNetwork;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A weight of 2 is the sample twice, a weight of 0 is no sample, and equal weights are none. */
class WeightedSamplesTest {

  private static Trainer trainer(int batch) {
    return Trainer.builder()
        .optimizer(new Momentum(0.3, 0.9))
        .batch(batch)
        .epochs(4)
        .order(Order.ofData())
        .build();
  }

  private static Dataset weighted(Dataset data, double... weights) {
    return data.weighted(SampleWeights.of(weights));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void equalWeightsAreNone(int batch) {
    Dataset data = Samples.halves(40, 4, 3);
    FloatNetwork expected = Samples.floats(4, 5, 1);
    FloatNetwork network = Samples.floats(4, 5, 1);
    double[] ones = new double[40];
    Arrays.fill(ones, 1);
    TrainingHistory plain = trainer(batch).train(expected, data);
    TrainingHistory same = trainer(batch).train(network, weighted(data, ones));
    assertThat(network.parameters()).containsExactly(expected.parameters());
    assertThat(same.costs()).containsExactly(plain.costs());
    assertThat(same.finalCost()).isEqualTo(plain.finalCost());
  }

  @Test
  void aWeightOfTwoIsTheSampleTwice() {
    Dataset data = Samples.halves(200, 4, 3);
    double[] weights = new double[200];
    int[] rows = new int[400];
    int count = 0;
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      weights[i] = 1 + random.nextInt(2);
      for (int k = 0; k < weights[i]; k++) {
        rows[count++] = i;
      }
    }
    DoubleNetwork expected = Samples.doubles(4, 5, 1);
    DoubleNetwork network = Samples.doubles(4, 5, 1);
    Dataset twice = data.view(Arrays.copyOf(rows, count));
    Dataset once = weighted(data, weights);
    TrainingHistory plain = trainer(0).train(expected, twice);
    TrainingHistory history = trainer(0).train(network, once);
    assertThat(history.finalCost()).isCloseTo(plain.finalCost(), within(1e-12));
    for (int i = 0; i < network.parameters().length; i++) {
      assertThat(network.parameters()[i]).isCloseTo(expected.parameters()[i], within(1e-12));
    }
    assertThat(Evaluation.cost(network, once))
        .isCloseTo(Evaluation.cost(network, twice), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8})
  void aWeightOfZeroIsNoSampleInAnyBatch(int batch) {
    Dataset data = Samples.halves(30, 4, 3);
    double[] weights = new double[30];
    int[] left = new int[20];
    int count = 0;
    for (int i = 0; i < 30; i++) {
      if (i % 3 != 1) {
        weights[i] = 1;
        left[count++] = i;
      }
    }
    FloatNetwork expected = Samples.floats(4, 5, 1);
    FloatNetwork network = Samples.floats(4, 5, 1);
    double[] costs = trainer(batch).train(expected, data.view(left)).costs();
    assertThat(trainer(batch).train(network, weighted(data, weights)).costs())
        .containsExactly(costs);
    assertThat(network.parameters()).containsExactly(expected.parameters());
    assertThat(Evaluation.cost(network, weighted(data, weights)))
        .isEqualTo(Evaluation.cost(network, data.view(left)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 60})
  void chunksOfBytesHaveTheBitsOfFloats(int batch) {
    byte[] pixels = new byte[300 * 4];
    new Random(1).nextBytes(pixels);
    int[] labels = new Random(2).ints(300, 0, 2).toArray();
    Dataset bytes =
        new Dataset(new ByteTable(300, 4, pixels, 255), Labels.of(labels).binary()).balanced();
    float[] x = new float[1200];
    float[] y = new float[300];
    bytes.copy(dev.burin.data.Shuffle.identity(300), 0, 300, x, y);
    Dataset floats = Samples.of(4, x, 1, y).weighted(bytes.weights());
    FloatNetwork expected = Samples.floats(4, 5, 1);
    FloatNetwork network = Samples.floats(4, 5, 1);
    double[] costs = trainer(batch).train(expected, floats).costs();
    assertThat(trainer(batch).train(network, bytes).costs()).containsExactly(costs);
    assertThat(network.parameters()).containsExactly(expected.parameters());
  }

  @Test
  void refusesWeightsOfWhichNoneCounts() {
    Dataset data = weighted(Samples.halves(3, 4, 3), 0, 0, 0);
    assertThatThrownBy(() -> trainer(0).train(Samples.floats(4, 5, 1), data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("All samples have weight 0; at least one has to count for more.");
    assertThatThrownBy(() -> Evaluation.cost(Samples.floats(4, 5, 1), data))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

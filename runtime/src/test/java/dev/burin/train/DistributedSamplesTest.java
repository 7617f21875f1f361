package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.SampleWeights;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Adam;
import dev.burin.optimize.Clip;
import dev.burin.optimize.Curve;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Schedule;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples on other machines: the bits of one process, for any number of them. */
class DistributedSamplesTest {

  private static final int ROWS = 20_000;

  private static TrainerBuilder builder(int batch) {
    return Trainer.builder().optimizer(new Momentum(0.3, 0.9)).batch(batch).epochs(2);
  }

  /** Full batches, batches of several blocks and of parts of one. */
  @ParameterizedTest
  @CsvSource({"0,1", "0,2", "0,3", "0,7", "9000,3", "4096,2", "3000,2"})
  void giveTheBitsOfOneProcess(int batch, int machines) {
    Dataset data = Samples.halves(ROWS, 3, 5);
    FloatNetwork network = Samples.floats(3, 4, 1);
    TrainingHistory expected = builder(batch).build().train(network, data);
    FloatNetwork other = Samples.floats(3, 4, 1);
    TrainingHistory history =
        builder(batch).build().train(other, new Machines(other, data, machines));
    assertThat(other.parameters()).containsExactly(network.parameters());
    assertThat(history.costs()).containsExactly(expected.costs());
    assertThat(history.finalCost()).isEqualTo(expected.finalCost());
  }

  @Test
  void doSoInDouble() {
    Dataset data = Samples.halves(ROWS, 3, 5);
    DoubleNetwork network = Samples.doubles(3, 4, 1);
    builder(9000).build().train(network, data);
    DoubleNetwork other = Samples.doubles(3, 4, 1);
    builder(9000).build().train(other, new Machines(other, data, 3));
    assertThat(other.parameters()).containsExactly(network.parameters());
  }

  @Test
  void doSoWithAllThatMovesParameters() {
    Dataset data = Samples.halves(ROWS, 3, 5);
    TrainerBuilder builder =
        Trainer.builder()
            .optimizer(new Adam(0.01))
            .schedule(Schedule.byEpoch(Curve.exponential(0.9)))
            .clip(Clip.byNorm(0.01))
            .weightDecay(1e-3)
            .batch(9000)
            .epochs(3)
            .restoreBest();
    FloatNetwork network = Samples.floats(3, 4, 1);
    builder.build().train(network, data);
    FloatNetwork other = Samples.floats(3, 4, 1);
    builder.build().train(other, new Machines(other, data, 2));
    assertThat(other.parameters()).containsExactly(network.parameters());
  }

  @Test
  void dropWhatOneProcessDrops() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY,
            Precision.FLOAT,
            LayerShape.of(3, 8, Activation.RELU),
            LayerShape.of(8, 1, Activation.SIGMOID).dropout(0.5));
    Dataset data = Samples.halves(ROWS, 3, 5);
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(1);
    FloatNetwork other = network.with(network.parameters());
    builder(0).build().train(network, data);
    builder(0).build().train(other, new Machines(other, data, 3));
    assertThat(other.parameters()).containsExactly(network.parameters());
  }

  /** Batches of several blocks, whose weights are added as one process adds them. */
  @ParameterizedTest
  @CsvSource({"0,1", "0,3", "9000,2", "3000,2"})
  void weighWhatOneProcessWeighs(int batch, int machines) {
    double[] weights = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      weights[i] = 0.1 + i % 7 / 3.0;
    }
    Dataset data = Samples.halves(ROWS, 3, 5).weighted(SampleWeights.of(weights));
    FloatNetwork network = Samples.floats(3, 4, 1);
    TrainingHistory expected = builder(batch).build().train(network, data);
    FloatNetwork other = Samples.floats(3, 4, 1);
    TrainingHistory history =
        builder(batch).build().train(other, new Machines(other, data, machines));
    assertThat(other.parameters()).containsExactly(network.parameters());
    assertThat(history.costs()).containsExactly(expected.costs());
    assertThat(history.finalCost()).isEqualTo(expected.finalCost());
  }

  /** A folder of checkpoints belongs to the data, wherever they lie. */
  @Test
  void goOnWithATrainingOfOneProcess(@TempDir Path folder) {
    Dataset data = Samples.halves(ROWS, 3, 5);
    FloatNetwork network = Samples.floats(3, 4, 1);
    builder(9000).build().train(network, data);
    builder(9000).checkpoints(folder).updateLimit(4).build().train(Samples.floats(3, 4, 1), data);
    FloatNetwork other = Samples.floats(3, 4, 2);
    builder(9000).checkpoints(folder).build().train(other, new Machines(other, data, 2));
    assertThat(other.parameters()).containsExactly(network.parameters());
  }
}

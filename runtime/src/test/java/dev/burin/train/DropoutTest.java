package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.Shuffle;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatTraining;
import dev.burin.optimize.Sgd;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import org.junit.jupiter.api.Test;

/** Trainings of networks that drop inputs. */
class DropoutTest {

  private final Dataset data = Samples.halves(37, 5, 1);

  private static FloatNetwork network(double inputs, double hidden) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY,
            Precision.FLOAT,
            LayerShape.of(5, 9, Activation.RELU).dropout(inputs),
            LayerShape.of(9, 1, Activation.SIGMOID).dropout(hidden));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(2);
    return network;
  }

  private static TrainerBuilder trainer() {
    return Trainer.builder().optimizer(new Sgd(0.5)).iterations(10);
  }

  /** The mask is that of the seed and the number of the update, from 0. */
  @Test
  void eachUpdateDropsWhatItsNumberSays() {
    float[] x = new float[37 * 5];
    float[] y = new float[37];
    data.copy(Shuffle.identity(37), 0, 37, x, y);
    FloatNetwork expected = network(0.2, 0.5);
    FloatTraining training = new FloatTraining(expected, 37, 1);
    for (int i = 0; i < 10; i++) {
      training.dropout(1, i);
      training.gradient(x, y, 37);
      for (int p = 0; p < expected.parameters().length; p++) {
        expected.parameters()[p] =
            Math.fma(-0.5f, training.gradient()[p], expected.parameters()[p]);
      }
    }
    FloatNetwork network = network(0.2, 0.5);

    TrainingHistory history = trainer().build().train(network, data);

    assertThat(network.parameters()).containsExactly(expected.parameters());
    assertThat(history.finalCost()).as("drops nothing").isEqualTo(training.cost(x, y, 37));
  }

  @Test
  void threadsChangeNothingAndSeedsDo() {
    FloatNetwork one = network(0.2, 0.5);
    FloatNetwork three = network(0.2, 0.5);
    FloatNetwork other = network(0.2, 0.5);
    trainer().batch(8).threads(1).build().train(one, data);
    trainer().batch(8).threads(3).seed(1).build().train(three, data);
    trainer().batch(8).seed(2).build().train(other, data);

    assertThat(three.parameters()).containsExactly(one.parameters());
    assertThat(other.parameters()).isNotEqualTo(one.parameters());
    assertThat(trainer().seed(2).build()).asString().contains("seed 2");
  }

  @Test
  void aRateOfZeroTrainsAsWithoutDropout() {
    FloatNetwork zero = network(0, 0);
    FloatNetwork none = network(0, 0);
    trainer().seed(3).build().train(zero, data);
    trainer().seed(4).build().train(none, data);

    assertThat(zero.parameters()).containsExactly(none.parameters());
  }
}

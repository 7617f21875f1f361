package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatTraining;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings that drop inputs: what depends on the mask, and what does not. */
class FloatDropoutTest {

  private static final int IN = 9;
  private static final int OUT = 3;

  private final float[] x = new float[300 * IN];
  private final float[] y = new float[300 * OUT];

  FloatDropoutTest() {
    for (int i = 0; i < x.length; i++) {
      x[i] = (i % 23 - 11) / 11f;
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = i % 2;
    }
  }

  private static FloatNetwork network(double... dropout) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR,
            Precision.FLOAT,
            LayerShape.of(IN, 37, Activation.TANH).dropout(dropout[0]),
            LayerShape.of(37, 21, Activation.SILU).dropout(dropout[1]),
            LayerShape.of(21, OUT, Activation.SIGMOID).dropout(dropout[2]));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(3);
    return network;
  }

  private static FloatTraining training(FloatNetwork network, int batch, int threads) {
    FloatTraining training = new FloatTraining(network, batch, threads);
    training.dropout(5, 11);
    return training;
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "100, 100, 4", "300, 300, 3", "300, 128, 1", "300, 5, 2"})
  void neitherThreadsNorRoomChangeABit(int n, int room, int threads) {
    FloatTraining wanted = training(network(0.1, 0.2, 0.5), n, 1);
    FloatTraining found = training(network(0.1, 0.2, 0.5), room, threads);

    double cost = wanted.gradient(x, y, n);

    assertThat(found.gradient(x, y, n)).isEqualTo(cost);
    assertThat(found.gradient()).isEqualTo(wanted.gradient());
  }

  /** Rows are counted in the batch, so that parts of it drop what the whole does. */
  @Test
  void partsOfABatchDropWhatTheWholeDrops() {
    FloatTraining whole = training(network(0.1, 0.2, 0.5), 4, 1);
    FloatTraining part = new FloatTraining(network(0.1, 0.2, 0.5), 1, 1);
    double sum = 0;
    for (int s = 0; s < 4; s++) {
      part.dropout(5, 11, s);
      float[] x1 = Arrays.copyOfRange(x, s * IN, (s + 1) * IN);
      sum += part.propagate(x1, Arrays.copyOfRange(y, s * OUT, (s + 1) * OUT), 1) * OUT;
    }

    assertThat(whole.propagate(x, y, 4)).isEqualTo(sum / (4 * OUT), within(1e-15));
  }

  private static org.assertj.core.data.Offset<Double> within(double tolerance) {
    return org.assertj.core.data.Offset.offset(tolerance);
  }

  @Test
  void aRateOfZeroGivesTheBitsOfNone() {
    NetworkShape shape = network(0, 0, 0).shape();
    FloatTraining zero = training(network(0, 0, 0), 300, 1);
    FloatTraining none = new FloatTraining(network(0, 0, 0), 300, 1);

    double cost = none.gradient(x, y, 300);

    assertThat(zero.gradient(x, y, 300)).isEqualTo(cost);
    assertThat(zero.gradient()).isEqualTo(none.gradient());
    assertThat(shape.layers()).allMatch(layer -> layer.dropout() == 0);
    assertThat(LayerShape.of(2, 3, Activation.RELU).dropout(-0.0))
        .isEqualTo(LayerShape.of(2, 3, Activation.RELU));
  }

  /** Rates that drop nothing, as a mask that says so, leave all inputs as they are. */
  @Test
  void withoutASeedNothingIsDropped() {
    FloatTraining dropping = training(network(0.1, 0.2, 0.5), 300, 1);
    FloatTraining none = new FloatTraining(network(0, 0, 0), 300, 1);
    double cost = none.gradient(x, y, 300);
    assertThat(dropping.gradient(x, y, 300)).isNotEqualTo(cost);

    dropping.withoutDropout();

    assertThat(dropping.gradient(x, y, 300)).isEqualTo(cost);
    assertThat(dropping.gradient()).isEqualTo(none.gradient());
  }

  @Test
  void inferenceAndCostsNeverDrop() {
    FloatNetwork dropping = network(0.1, 0.2, 0.5);
    FloatNetwork none = network(0, 0, 0);
    FloatTraining training = training(dropping, 300, 2);
    double before = training.gradient(x, y, 300);
    float[] gradient = training.gradient().clone();

    assertThat(training.cost(x, y, 300)).isEqualTo(new FloatTraining(none, 300, 1).cost(x, y, 300));
    assertThat(dropping.outputs(Arrays.copyOf(x, IN)))
        .isEqualTo(none.outputs(Arrays.copyOf(x, IN)));
    assertThat(training.gradient(x, y, 300)).as("after a validation").isEqualTo(before);
    assertThat(training.gradient()).isEqualTo(gradient);
  }

  @Test
  void seedStepAndRowsChangeTheMask() {
    FloatTraining training = training(network(0.1, 0.2, 0.5), 20, 1);
    double cost = training.gradient(x, y, 20);

    for (long[] other : new long[][] {{6, 11, 0}, {5, 12, 0}, {11, 5, 0}, {5, 11, 20}}) {
      training.dropout(other[0], other[1], other[2]);
      assertThat(training.gradient(x, y, 20)).isNotEqualTo(cost);
    }
    training.dropout(5, 11);
    assertThat(training.gradient(x, y, 20)).isEqualTo(cost);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
  void sharesThatAreNoneAreRefused(double rate) {
    LayerShape layer = LayerShape.of(2, 3, Activation.RELU);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layer.dropout(rate))
        .withMessage(
            "The dropout of a layer is "
                + rate
                + "; give the share of its inputs that is dropped,"
                + " from 0 to below 1.");
  }

  /** A step moves along the gradient with its mask, its two halves and the whole alike. */
  @Test
  void stepsFollowTheGradientOfTheirMask() {
    FloatNetwork together = network(0.1, 0.2, 0.5);
    FloatNetwork apart = network(0.1, 0.2, 0.5);
    FloatTraining one = new FloatTraining(together, 100, 2);
    FloatTraining two = new FloatTraining(apart, 100, 1);
    for (int step = 0; step < 5; step++) {
      one.dropout(1, step);
      two.dropout(1, step);
      one.propagate(x, y, 100);
      one.step((p, from, to, g, at) -> FloatRules.descend(p, from, to, g, at, -0.1f));
      two.gradient(x, y, 100);
      FloatRules.descend(apart.parameters(), 0, apart.layout().length(), two.gradient(), 0, -0.1f);
    }

    assertThat(together.parameters()).isEqualTo(apart.parameters());
  }
}

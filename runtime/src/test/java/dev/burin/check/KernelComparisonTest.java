package dev.burin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.DoubleTraining;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatTraining;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The plain twins against the reference, and the twins' own gradients against differences. */
class KernelComparisonTest {

  private static final int SAMPLES = 5;

  static Stream<Arguments> everyActivationAndLoss() {
    return GradientCheckTest.everyActivationAndLoss();
  }

  @ParameterizedTest
  @MethodSource("everyActivationAndLoss")
  void floatKernelsAgree(Loss loss, Activation hidden, Activation last) {
    NetworkShape shape = Samples.shape(Precision.FLOAT, loss, hidden, last, 17, 33, 13, 3);
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    Samples.fill(network, 1);

    GradientReport report =
        GradientCheck.compare(
            network,
            Samples.narrow(Samples.inputs(shape, SAMPLES, 2)),
            Samples.narrow(Samples.targets(shape, SAMPLES, 3)),
            SAMPLES);

    assertThat(report.passes(Agreement.gradient(Precision.FLOAT))).as(report.toString()).isTrue();
    assertThat(report.distance()).as("float arithmetic rounds").isPositive();
  }

  @ParameterizedTest
  @MethodSource("everyActivationAndLoss")
  void doubleKernelsAgree(Loss loss, Activation hidden, Activation last) {
    NetworkShape shape = Samples.shape(Precision.DOUBLE, loss, hidden, last, 17, 33, 13, 5);
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    Samples.fill(network, 1);

    GradientReport report =
        GradientCheck.compare(
            network,
            Samples.inputs(shape, SAMPLES, 2),
            Samples.targets(shape, SAMPLES, 3),
            SAMPLES);

    assertThat(report.passes(Agreement.gradient(Precision.DOUBLE))).as(report.toString()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void weightedSamplesFollowTheDifferences(Loss loss) {
    Activation last =
        switch (loss) {
          case CROSS_ENTROPY -> Activation.SOFTMAX;
          case BINARY_CROSS_ENTROPY -> Activation.SIGMOID;
          case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER ->
              Activation.TANH;
        };
    NetworkShape shape = Samples.shape(Precision.DOUBLE, loss, Activation.SILU, last, 9, 13, 7);
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    Samples.fill(network, 1);
    double[] weights = {2, 0, 0.3, 1, 7};
    double[] x = Samples.inputs(shape, SAMPLES, 2);
    double[] y = Samples.targets(shape, SAMPLES, 3);
    Batch batch = Batch.of(x, y, SAMPLES).weighted(weights);
    ReferenceNetwork reference = ReferenceNetwork.of(network);

    GradientReport ofKernels = GradientCheck.full().check(network, batch);
    GradientReport ofReference = GradientCheck.full().check(reference, batch);

    assertThat(ofKernels.passes(Agreement.DIFFERENCES)).as(ofKernels.toString()).isTrue();
    assertThat(ofReference.passes(Agreement.DIFFERENCES)).as(ofReference.toString()).isTrue();
    assertThat(GradientCheck.compare(network, batch).passes(Agreement.gradient(Precision.DOUBLE)))
        .isTrue();
    double without = reference.cost(x, y, SAMPLES);
    assertThat(reference.cost(batch)).isNotCloseTo(without, within(1e-6 * without));
    assertThat(new DoubleTraining(network, SAMPLES, 1).cost(x, y, weights, SAMPLES))
        .isCloseTo(reference.cost(batch), within(1e-12 * without));
  }

  @ParameterizedTest
  @EnumSource(value = Activation.class, names = "SOFTMAX", mode = EnumSource.Mode.EXCLUDE)
  void networksThatDropInputsFollowTheDifferences(Activation hidden) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR,
            Precision.DOUBLE,
            LayerShape.of(9, 13, hidden).dropout(0.2),
            LayerShape.of(13, 8, hidden).dropout(0.5),
            LayerShape.of(8, 3, Activation.TANH).dropout(0.3));
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    Samples.fill(network, 1);
    double[] x = Samples.inputs(shape, SAMPLES, 2);
    double[] y = Samples.targets(shape, SAMPLES, 3);
    Batch frozen = Batch.of(x, y, SAMPLES).dropping(4, 5).weighted(new double[] {1, 2, 0, 1, 1});
    ReferenceNetwork reference = ReferenceNetwork.of(network);

    GradientReport ofKernels = GradientCheck.full().check(network, frozen);

    assertThat(ofKernels.passes(Agreement.DIFFERENCES)).as(ofKernels.toString()).isTrue();
    assertThat(GradientCheck.compare(network, frozen).passes(Agreement.gradient(Precision.DOUBLE)))
        .isTrue();
    assertThat(GradientCheck.along(3, 1).check(reference, frozen).passes(Agreement.DIFFERENCES))
        .isTrue();
    assertThat(reference.cost(frozen)).isNotEqualTo(reference.cost(x, y, SAMPLES));
  }

  @Test
  void doubleKernelsFollowTheDifferences() {
    NetworkShape shape =
        Samples.shape(
            Precision.DOUBLE, Loss.CROSS_ENTROPY, Activation.TANH, Activation.SOFTMAX, 9, 13, 7);
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    Samples.fill(network, 1);

    GradientReport report =
        GradientCheck.full()
            .check(
                network,
                Samples.inputs(shape, SAMPLES, 2),
                Samples.targets(shape, SAMPLES, 3),
                SAMPLES);

    assertThat(report.passes(Agreement.DIFFERENCES)).as(report.toString()).isTrue();
  }

  @Test
  void aWideFloatNetworkAgrees() {
    NetworkShape shape =
        Samples.shape(
            Precision.FLOAT,
            Loss.BINARY_CROSS_ENTROPY,
            Activation.SIGMOID,
            Activation.SIGMOID,
            784,
            196,
            1);
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    Samples.fill(network, 1);

    GradientReport report =
        GradientCheck.compare(
            network,
            Samples.narrow(Samples.inputs(shape, SAMPLES, 2)),
            Samples.narrow(Samples.targets(shape, SAMPLES, 3)),
            SAMPLES);

    assertThat(report.passes(Agreement.FLOAT_GRADIENT)).as(report.toString()).isTrue();
    assertThat(report.layers().getFirst().checked()).isEqualTo(785 * 196);
  }

  @Test
  void oneWrongElementIsFoundAndNamed() {
    NetworkShape shape =
        Samples.shape(
            Precision.FLOAT,
            Loss.BINARY_CROSS_ENTROPY,
            Activation.TANH,
            Activation.SIGMOID,
            5,
            7,
            1);
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    Samples.fill(network, 1);
    double[] x = Samples.inputs(shape, SAMPLES, 2);
    double[] y = Samples.targets(shape, SAMPLES, 3);
    FloatTraining training = new FloatTraining(network, SAMPLES, 1);
    training.gradient(Samples.narrow(x), Samples.narrow(y), SAMPLES);
    training.gradient()[network.layout().layer(1).weight(3, 4)] += 0.01f;
    List<LayerGradient> wrong = LayerGradient.of(network.layout(), training.gradient());

    GradientReport report =
        GradientCheck.compare(ReferenceNetwork.of(network), wrong, x, y, SAMPLES);

    assertThat(report.layers().getFirst().distance()).isGreaterThan(Agreement.FAULT);
    assertThat(report.layers().getFirst().worst()).isEqualTo("w[3][4] of B4");
    assertThat(report.layers().getLast().distance()).isLessThan(Agreement.FLOAT_GRADIENT);
  }

  @Test
  void aGradientOfAnotherLayoutIsRefused() {
    NetworkShape shape =
        Samples.shape(
            Precision.FLOAT,
            Loss.BINARY_CROSS_ENTROPY,
            Activation.TANH,
            Activation.SIGMOID,
            5,
            7,
            1);
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerGradient.of(network.layout(), new float[3]))
        .withMessageContaining("holds 3 elements")
        .withMessageContaining("5-7-1");
  }
}

package dev.burin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GradientCheckTest {

  private static final int[][] NARROW = {
    {1, 1}, {1, 1, 1}, {3, 5, 1}, {5, 7, 3}, {9, 8, 7, 5}, {13, 16, 9}, {17, 31, 8}, {33, 17, 13},
  };

  static Stream<Arguments> everyActivationAndLoss() {
    List<Arguments> cases = new ArrayList<>();
    for (Loss loss : Loss.values()) {
      for (Activation last : Activation.values()) {
        for (Activation hidden : Activation.values()) {
          if (loss.fits(last) && hidden != Activation.SOFTMAX) {
            cases.add(Arguments.of(loss, hidden, last));
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("everyActivationAndLoss")
  void backpropagationIsTheDerivativeOfTheCost(Loss loss, Activation hidden, Activation last) {
    // Each pair of activations takes one of the shapes; each activation meets all of them.
    int[] widths = NARROW[(hidden.ordinal() + last.ordinal() + loss.ordinal()) % NARROW.length];
    NetworkShape shape = Samples.shape(Precision.DOUBLE, loss, hidden, last, widths);
    ReferenceNetwork reference = Samples.reference(shape, 7);
    int n = 3;
    double[] x = Samples.inputs(shape, n, 11);
    double[] y = Samples.targets(shape, n, 13);

    GradientReport report = GradientCheck.full().check(reference, x, y, n);

    assertThat(report.passes(Agreement.DIFFERENCES)).as(report.toString()).isTrue();
    for (LayerReport layer : report.layers()) {
      int all = (widths[layer.layer() - 1] + 1) * widths[layer.layer()];
      assertThat(layer.checked() + layer.skipped()).isEqualTo(all);
      assertThat(layer.skipped()).as(report.toString()).isLessThanOrEqualTo(all / 20);
    }
  }

  @ParameterizedTest
  @CsvSource({"LEAKY_RELU, 0.3", "LEAKY_RELU, 2", "ELU, 0.5", "ELU, 1.7"})
  void declaredSlopesAreDerivatives(Activation activation, double slope) {
    LayerShape first = LayerShape.of(5, 9, activation).slope(slope);
    LayerShape last = LayerShape.of(9, 3, activation).slope(slope / 2);
    NetworkShape shape =
        NetworkShape.of(Loss.HALF_MEAN_SQUARED_ERROR, Precision.DOUBLE, first, last);
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    Samples.fill(network, 59);
    int n = 4;

    GradientReport report =
        GradientCheck.full()
            .check(network, Samples.inputs(shape, n, 61), Samples.targets(shape, n, 67), n);

    assertThat(report.passes(Agreement.DIFFERENCES)).as(report.toString()).isTrue();
  }

  static Stream<Arguments> everyWidth() {
    return IntStream.of(1, 3, 5, 7, 8, 9, 13, 16, 17, 31, 33)
        .boxed()
        .flatMap(
            width ->
                Stream.of(
                    Arguments.of(new int[] {width, 5, 1}, Activation.TANH, 3),
                    Arguments.of(new int[] {7, width, 3}, Activation.GELU, 1),
                    Arguments.of(new int[] {3, 9, width}, Activation.RELU, 5)));
  }

  @ParameterizedTest
  @MethodSource("everyWidth")
  void everyWidthIsWithinTheBound(int[] widths, Activation hidden, int n) {
    NetworkShape shape =
        Samples.shape(
            Precision.DOUBLE, Loss.BINARY_CROSS_ENTROPY, hidden, Activation.SIGMOID, widths);
    ReferenceNetwork reference = Samples.reference(shape, 17);

    GradientReport report =
        GradientCheck.full()
            .check(reference, Samples.inputs(shape, n, 19), Samples.targets(shape, n, 23), n);

    assertThat(report.passes(Agreement.DIFFERENCES)).as(report.toString()).isTrue();
    assertThat(report.distance()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(value = Activation.class, mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
  void wideNetworksAreCheckedAlongDirections(Activation hidden) {
    NetworkShape shape =
        Samples.shape(
            Precision.DOUBLE, Loss.BINARY_CROSS_ENTROPY, hidden, Activation.SIGMOID, 784, 196, 1);
    ReferenceNetwork reference = Samples.reference(shape, 29);
    int n = 2;

    GradientReport report =
        GradientCheck.along(10, 31)
            .check(reference, Samples.inputs(shape, n, 37), Samples.targets(shape, n, 41), n);

    assertThat(report.passes(Agreement.WIDE_DIFFERENCES)).as(report.toString()).isTrue();
    assertThat(Agreement.differences(shape)).isEqualTo(Agreement.WIDE_DIFFERENCES);
    assertThat(report.layers()).allMatch(layer -> layer.checked() >= 8, report.toString());
  }

  @Test
  void twoPointsWithTheirOwnStepFindTheSameGradientLessSharply() {
    NetworkShape shape = Samples.sigmoids(5, 7, 1);
    ReferenceNetwork reference = Samples.reference(shape, 43);
    double[] x = Samples.inputs(shape, 4, 47);
    double[] y = Samples.targets(shape, 4, 53);

    GradientReport two = GradientCheck.full().with(Stencil.TWO_POINT).check(reference, x, y, 4);
    GradientReport five = GradientCheck.full().check(reference, x, y, 4);

    assertThat(two.step()).isEqualTo(0x1p-18);
    assertThat(five.step()).isEqualTo(0x1p-11);
    assertThat(two.distance()).isBetween(1e-13, Agreement.DIFFERENCES);
    assertThat(five.distance()).isLessThan(two.distance());
  }

  @Test
  void aCoarserStepHasTheErrorThatTheFormulasPromise() {
    NetworkShape shape = Samples.sigmoids(5, 7, 1);
    ReferenceNetwork reference = Samples.reference(shape, 43);
    double[] x = Samples.inputs(shape, 4, 47);
    double[] y = Samples.targets(shape, 4, 53);
    GradientCheck two = GradientCheck.full().with(Stencil.TWO_POINT);
    GradientCheck five = GradientCheck.full();

    double second =
        two.withStep(0x1p-4).check(reference, x, y, 4).distance()
            / two.withStep(0x1p-5).check(reference, x, y, 4).distance();
    double fourth =
        five.withStep(0x1p-4).check(reference, x, y, 4).distance()
            / five.withStep(0x1p-5).check(reference, x, y, 4).distance();

    assertThat(second).isBetween(3.5, 4.5);
    assertThat(fourth).isBetween(14.0, 18.0);
  }

  @Test
  void theWorstCoordinateIsNamed() {
    NetworkShape shape = Samples.sigmoids(3, 4, 2);
    ReferenceNetwork reference = Samples.reference(shape, 59);
    double[] x = Samples.inputs(shape, 2, 61);
    double[] y = Samples.targets(shape, 2, 67);
    List<LayerGradient> gradient = reference.gradient(x, y, 2);
    gradient.get(0).dw[2][1] += 0.5;
    gradient.get(1).db[1] += 0.5;

    GradientReport report = GradientCheck.full().check(reference, gradient, x, y, 2);

    LayerReport first = report.layers().getFirst();
    assertThat(first.worst()).isEqualTo("w[2][1] of B4");
    assertThat(first.analytic() - first.numeric()).isCloseTo(0.5, within(1e-9));
    assertThat(report.layers().getLast().worst()).isEqualTo("b[1] of B3");
    assertThat(report.passes(Agreement.DIFFERENCES)).isFalse();
    assertThat(report.toString()).contains("w[2][1]", "b[1]", "five-point", "4.8828125E-4");
  }

  @Test
  void whatIsNotANumberNeverPasses() {
    NetworkShape shape = Samples.sigmoids(3, 4, 2);
    ReferenceNetwork reference = Samples.reference(shape, 59);
    double[] x = Samples.inputs(shape, 2, 61);
    double[] y = Samples.targets(shape, 2, 67);
    List<LayerGradient> gradient = reference.gradient(x, y, 2);
    gradient.get(0).dw[1][2] = Double.NaN;

    GradientReport report = GradientCheck.full().check(reference, gradient, x, y, 2);

    assertThat(report.layers().getFirst().worst()).isEqualTo("w[1][2] of B4");
    assertThat(report.distance()).isNaN();
    assertThat(report.passes(Double.MAX_VALUE)).isFalse();
  }

  @Test
  void theReferenceIsLeftAsItWas() {
    NetworkShape shape = Samples.sigmoids(3, 4, 2);
    ReferenceNetwork reference = Samples.reference(shape, 59);
    double[] x = Samples.inputs(shape, 2, 61);
    double[] y = Samples.targets(shape, 2, 67);
    double before = reference.cost(x, y, 2);

    GradientReport once = GradientCheck.along(3, 71).check(reference, x, y, 2);
    GradientReport again = GradientCheck.along(3, 71).check(reference, x, y, 2);

    assertThat(reference.cost(x, y, 2)).isEqualTo(before);
    assertThat(again).isEqualTo(once);
  }
}

package dev.burin.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.shape.NetworkShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a function bends, differences say nothing, and the check says so. */
class KinksTest {

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"RELU", "LEAKY_RELU", "ELU", "SELU"})
  void whatLiesOnAKinkIsSkippedAndCounted(Activation bent) {
    ReferenceNetwork reference = onTheKink(bent);

    GradientReport report =
        GradientCheck.full().check(reference, new double[] {1, 0}, new double[] {1}, 1);

    // The bias and the weight of the input 1 of output 0 sit on the kink; the input 0 moves
    // nothing.
    assertThat(report.layers().getFirst().skipped()).isEqualTo(2);
    assertThat(report.layers().getFirst().checked()).isEqualTo(4);
    assertThat(report.layers().getLast().skipped()).isZero();
    assertThat(report.passes(Agreement.DIFFERENCES)).as(report.toString()).isTrue();
    assertThat(report.toString()).contains("2 skipped");
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"RELU", "LEAKY_RELU", "ELU", "SELU"})
  void besideAKinkTheStepIsShortened(Activation bent) {
    ReferenceNetwork reference = onTheKink(bent);
    reference.biases(1)[0] += 0x1p-14;

    GradientReport report =
        GradientCheck.full().check(reference, new double[] {1, 0}, new double[] {1}, 1);

    assertThat(report.layers().getFirst().skipped()).isZero();
    assertThat(report.layers().getFirst().shortened()).isEqualTo(2);
    assertThat(report.passes(Agreement.DIFFERENCES)).as(report.toString()).isTrue();
  }

  @Test
  void aLayerOfNothingButKinksDoesNotPass() {
    NetworkShape shape =
        Samples.shape(
            Precision.DOUBLE,
            Loss.HALF_MEAN_SQUARED_ERROR,
            Activation.RELU,
            Activation.IDENTITY,
            1,
            1,
            1);
    ReferenceNetwork reference = new ReferenceNetwork(shape);

    GradientReport report =
        GradientCheck.full().check(reference, new double[] {1}, new double[] {1}, 1);

    assertThat(report.layers().getFirst().checked()).isZero();
    assertThat(report.layers().getFirst().worst()).isEqualTo("none");
    assertThat(report.passes(1)).isFalse();
  }

  /** Output 0 of layer 1 has the sum 0 for the sample (1, 0), output 1 has not. */
  private static ReferenceNetwork onTheKink(Activation bent) {
    NetworkShape shape =
        Samples.shape(
            Precision.DOUBLE, Loss.HALF_MEAN_SQUARED_ERROR, bent, Activation.IDENTITY, 2, 2, 1);
    ReferenceNetwork reference = Samples.reference(shape, 73);
    reference.weights(1)[0][0] = 0.5;
    reference.biases(1)[0] = -0.5;
    reference.biases(1)[1] = 2;
    return reference;
  }
}

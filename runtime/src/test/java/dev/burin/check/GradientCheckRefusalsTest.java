package dev.burin.check;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.shape.NetworkShape;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a gradient cannot be checked on is refused in a sentence. */
class GradientCheckRefusalsTest {

  @Test
  void badArgumentsAreNamed() {
    NetworkShape shape = Samples.sigmoids(3, 4, 2);
    ReferenceNetwork reference = Samples.reference(shape, 59);
    double[] x = new double[6];
    double[] y = new double[4];

    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.full().withStep(0))
        .withMessageContaining("step");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.full().withStep(Double.NaN))
        .withMessageContaining("step");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.along(0, 1))
        .withMessageContaining("directions");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.full().check(reference, x, y, 0))
        .withMessageContaining("batch is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.full().check(reference, x, y, 3))
        .withMessageContaining("inputs holds 6 elements");
    List<LayerGradient> other = Samples.reference(Samples.sigmoids(3, 5, 2), 1).gradient(x, y, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.full().check(reference, other, x, y, 2))
        .withMessageContaining("3-4-2");
  }

  @Test
  void samplesThatNoCostIsDefinedForAreRefused() {
    NetworkShape shape =
        Samples.shape(
            Precision.DOUBLE, Loss.CROSS_ENTROPY, Activation.TANH, Activation.SOFTMAX, 2, 4, 3);
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    network.initialize(1);
    double[] x = {0, 1};
    double[] weighted = {5, 0, 0};
    double[] none = {0, 0, 0};
    List<ThrowingCallable> calls =
        List.of(
            () -> GradientCheck.full().check(network, x, weighted, 1),
            () -> GradientCheck.full().check(ReferenceNetwork.of(network), x, none, 1),
            () -> GradientCheck.full().checkLayer(network, 1, x, none, 1),
            () -> GradientCheck.compare(network, x, weighted, 1));
    for (ThrowingCallable call : calls) {
      assertThatIllegalArgumentException()
          .isThrownBy(call)
          .withMessageContaining("of the targets")
          .withMessageContaining("CROSS_ENTROPY takes");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                GradientCheck.compare(
                    network, new double[] {0, Double.NaN}, new double[] {0, 1, 0}, 1))
        .withMessageStartingWith("Row 0, column 1 of the features is NaN");
  }
}

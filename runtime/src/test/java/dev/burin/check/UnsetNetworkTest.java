package dev.burin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Networks without weights are not checked; what checks them prints itself. */
class UnsetNetworkTest {

  private static NetworkShape shape(Precision precision) {
    return NetworkShape.of(Loss.CROSS_ENTROPY, precision, LayerShape.of(2, 3, Activation.SOFTMAX));
  }

  @Test
  void isNotChecked() {
    FloatNetwork floats =
        new FloatNetwork(shape(Precision.FLOAT), new FloatTwin(shape(Precision.FLOAT)));
    DoubleNetwork doubles =
        new DoubleNetwork(shape(Precision.DOUBLE), new DoubleTwin(shape(Precision.DOUBLE)));
    double[] x = new double[2];
    double[] y = {1, 0, 0};
    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> GradientCheck.compare(floats, new float[2], new float[] {1, 0, 0}, 1),
            () -> GradientCheck.compare(doubles, x, y, 1),
            () -> GradientCheck.full().check(doubles, x, y, 1),
            () -> GradientCheck.full().checkLayer(doubles, 1, x, y, 1),
            () -> ReferenceNetwork.of(floats),
            () -> Doctor.examine(floats, Duration.ofDays(1)))) {
      assertThatIllegalStateException()
          .isThrownBy(use)
          .withMessageStartingWith("The network 2-3 has no weights yet");
    }
  }

  @Test
  void theReferenceLetsOneInfiniteSumWin() {
    ReferenceNetwork reference = new ReferenceNetwork(shape(Precision.DOUBLE));
    reference.weights(1)[1][0] = 1e300;
    assertThat(reference.forward(new double[] {1e300, 0})).containsExactly(0, 1, 0);
    reference.weights(1)[2][0] = 1e300;
    assertThat(reference.forward(new double[] {1e300, 0})).containsOnly(Double.NaN);
  }

  @Test
  void objectsPrintThemselves() {
    ReferenceNetwork reference = new ReferenceNetwork(shape(Precision.DOUBLE));
    assertThat(reference).hasToString("reference of 2-3 (SOFTMAX), loss CROSS_ENTROPY, DOUBLE");
    assertThat(reference.gradient(new double[2], new double[] {1, 0, 0}, 1).getFirst())
        .hasToString("gradient of a layer from 2 to 3");
    assertThat(reference.pass(new double[2], 0).toString())
        .startsWith("pass of a sample through 1 layers: [0.33");
    Doctor.Finding well = new Doctor.Finding("JDK", "25.0.3", "");
    Doctor.Finding ill = new Doctor.Finding("FMA", "missing", "Buy another machine.");
    assertThat(new Doctor(List.of(well, ill)))
        .hasToString("JDK: 25.0.3\nFMA: missing. Buy another machine.");
  }
}

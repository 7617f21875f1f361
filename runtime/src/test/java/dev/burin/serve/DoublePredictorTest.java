package dev.burin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks of doubles are served as those of floats are. */
class DoublePredictorTest {

  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR, Precision.DOUBLE, LayerShape.of(3, 2, Activation.TANH));

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aCallerGetsTheBitsOfTheNetwork(Mode mode) {
    DoubleNetwork network = new DoubleNetwork("Served", SHAPE, new DoubleTwin(SHAPE));
    network.initialize(7);
    double[] x = {0.1, -2, 1e-300, 4};
    double[] out = new double[3];
    try (DoublePredictor predictor = DoublePredictor.of(network).mode(mode).build()) {
      predictor.predict(x, 1, out, 1);
    }
    assertThat(out).containsExactly(0, network.outputs(new double[] {-2, 1e-300, 4})[0], out[2]);
    assertThat(out[2]).isEqualTo(network.outputs(new double[] {-2, 1e-300, 4})[1]);
  }
}

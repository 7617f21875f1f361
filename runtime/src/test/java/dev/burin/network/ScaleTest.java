package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scales at the ends of what a precision can draw from. */
class ScaleTest {

  private static NetworkShape shape(Precision precision, Initializer initializer, double scale) {
    return NetworkShape.of(
        Loss.MEAN_SQUARED_ERROR,
        precision,
        LayerShape.of(100, 1000, Activation.IDENTITY).initializer(initializer).scale(scale));
  }

  private static NeuralNetwork network(NetworkShape shape) {
    return switch (shape.precision()) {
      case FLOAT -> new FloatNetwork(shape, new FloatTwin(shape));
      case DOUBLE -> new DoubleNetwork(shape, new DoubleTwin(shape));
    };
  }

  @ParameterizedTest
  @EnumSource
  void drawsAtTheEndsAreFiniteAndNotAllZero(Precision precision) {
    for (double scale : new double[] {precision.leastScale(), precision.greatestScale()}) {
      NeuralNetwork network = network(shape(precision, Initializer.NORMAL, scale));
      network.initialize(1);

      int zeros = 0;
      for (int at = 0; at < 100 * 1000; at++) {
        double weight = network.parameter(at);
        assertThat(Double.isFinite(weight)).as("weight %s of scale %s", weight, scale).isTrue();
        zeros += weight == 0 ? 1 : 0;
      }
      assertThat(zeros).isLessThan(1000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void scalesBeyondTheEndsAreRefusedWhereTheyAreUsed(Precision precision) {
    double less = precision.leastScale() / 2;
    double more = precision.greatestScale() * 2;
    for (double scale : new double[] {less, more}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> shape(precision, Initializer.NORMAL, scale))
          .withMessageContaining(Double.toString(scale))
          .withMessageContaining(precision.name());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> shape(precision, Initializer.HE, scale))
          .withMessageContaining("HE");
    }
  }

  @Test
  void aDoubleDrawsFromWhatAFloatCannot() {
    assertThat(shape(Precision.DOUBLE, Initializer.NORMAL, 1e300).outputs()).isEqualTo(1000);
  }
}

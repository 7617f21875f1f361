package dev.burin.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.burin.Activation;
import dev.burin.Initializer;
import org.junit.jupiter.api.Test;

/** Layers by their words. */
class LayerShapeTest {

  private static final LayerShape PLAIN = LayerShape.of(3, 2, Activation.RELU);

  @Test
  void startsFromTheDefaultsThatAreStated() {
    assertThat(PLAIN).hasToString("3 to 2, RELU, HE");
    assertThat(PLAIN.scale()).isEqualTo(LayerShape.SCALE);
    assertThat(LayerShape.of(3, 2, Activation.TANH).initializer()).isEqualTo(Initializer.GLOROT);
  }

  @Test
  void givesAnotherLayerForEachWord() {
    LayerShape normal = PLAIN.initializer(Initializer.NORMAL);

    assertThat(normal.scale(0.5)).hasToString("3 to 2, RELU, NORMAL 0.5");
    assertThat(normal).hasToString("3 to 2, RELU, NORMAL 0.01");
    assertThat(PLAIN).hasToString("3 to 2, RELU, HE");
  }

  @Test
  void tellsOfASlopeThatIsNotTheDefault() {
    LayerShape leaky = LayerShape.of(3, 2, Activation.LEAKY_RELU);

    assertThat(leaky.activationText()).isEqualTo("LEAKY_RELU");
    assertThat(leaky.slope()).isEqualTo(0.01);
    assertThat(leaky.slope(0.3)).hasToString("3 to 2, LEAKY_RELU(0.3), HE");
    assertThat(leaky.slope(0.3).slope(0.01)).isEqualTo(leaky);
    assertThat(leaky.slope(0.3).deviation()).isEqualTo(leaky.deviation());
    assertThat(LayerShape.of(3, 2, Activation.ELU).slope()).isEqualTo(1);
    assertThat(PLAIN.slope()).isZero();
  }

  @Test
  void forgetsAScaleWithTheInitializerThatUsedIt() {
    LayerShape normal = PLAIN.initializer(Initializer.NORMAL).scale(0.5);

    assertThat(normal.initializer(Initializer.HE)).isEqualTo(PLAIN);
  }

  @Test
  void refusesEachWordWhereItIsGiven() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerShape.of(3, 0, Activation.RELU))
        .withMessageContaining("not 3 and 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.scale(0.5))
        .withMessageContaining("say initializer(Initializer.NORMAL) first");
    for (double scale : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PLAIN.initializer(Initializer.NORMAL).scale(scale))
          .withMessageContaining("positive and finite, not " + scale);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PLAIN.slope(0.3))
        .withMessage("The slope 0.3 is given, but RELU takes none.");
    for (double slope : new double[] {0, -0.3, 9e-7, 2e6, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> LayerShape.of(3, 2, Activation.ELU).slope(slope))
          .withMessage(
              "The slope of ELU must lie from 1.0E-6 to 1000000.0, but it is " + slope + ".");
    }
    assertThatNullPointerException().isThrownBy(() -> PLAIN.initializer(null));
  }
}

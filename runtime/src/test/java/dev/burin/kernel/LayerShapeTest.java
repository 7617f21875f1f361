package dev.burin.kernel;

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
    assertThatNullPointerException().isThrownBy(() -> PLAIN.initializer(null));
  }
}

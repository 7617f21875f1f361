package dev.burin.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** U1 and U2, and what they are made from. */
class OptimizerTest {

  @Test
  void sgdGoesDownTheGradient() {
    float[] p = {1, 2, 0};
    new Steps.Floats(new Sgd(0.5), 3).move(p, 2, -4, 0);
    assertThat(p).containsExactly(0, 4, 0);
    double[] q = {1, 2, 0};
    new Steps.Doubles(new Sgd(0.5), 3).move(q, 2, -4, 0);
    assertThat(q).containsExactly(0, 4, 0);
  }

  @Test
  void sgdRoundsOnce() {
    float[] p = {1};
    float g = 1 + 0x1p-12f;
    new Steps.Floats(new Sgd(g), 1).move(p, g);
    // (1 + 2^-12)^2 = 1 + 2^-11 + 2^-24: the last term is lost where the product is rounded first.
    assertThat(p[0]).isEqualTo(-0x1p-11f - 0x1p-24f);
  }

  @Test
  void momentumRemembersItsVelocity() {
    for (Momentum momentum : List.of(new Momentum(0.5, 0.5), Momentum.keras(0.5, 0.5))) {
      Steps.Doubles training = new Steps.Doubles(momentum, 1);
      double[] p = {1};
      training.move(p, 2);
      assertThat(p).containsExactly(0); // v = 2, or -1 with the learning rate inside
      training.move(p, 2);
      assertThat(p).containsExactly(-1.5);
      training.move(p, 0);
      assertThat(p).containsExactly(-2.25);
      assertThat(training.slots().names()).containsExactly("v");
      assertThat(training.slots().get("v"))
          .containsExactly(momentum.form() == Form.PYTORCH ? 1.5 : -0.75);
    }
  }

  @Test
  void dampeningSparesTheFirstUpdate() {
    Steps.Doubles training = new Steps.Doubles(new Momentum(1, 0.5).withDampening(0.5), 1);
    double[] p = {0};
    training.move(p, 2);
    assertThat(p).containsExactly(-2);
    training.move(p, 2); // v = 0.5 * 2 + 0.5 * 2
    assertThat(p).containsExactly(-4);
  }

  @Test
  void momentumKeepsTheStatedOrderOfRoundingInFloat() {
    Random random = new Random(1);
    Steps.Floats training = new Steps.Floats(new Momentum(0.1, 0.9), 50);
    float[] p = new float[50];
    float[] expected = new float[50];
    float[] v = new float[50];
    for (int step = 0; step < 20; step++) {
      float[] g = new float[50];
      for (int i = 0; i < 50; i++) {
        g[i] = (float) random.nextGaussian();
        v[i] = Math.fma(0.9f, v[i], g[i]);
        expected[i] = Math.fma(-0.1f, v[i], expected[i]);
      }
      training.move(p, g);
    }
    assertThat(p).containsExactly(expected);
  }

  @Test
  void momentumOfZeroHasTheBitsOfPlainDescent() {
    Random random = new Random(2);
    double[] p = random.doubles(20, -1, 1).toArray();
    double[] q = p.clone();
    Steps.Doubles momentum = new Steps.Doubles(new Momentum(0.3, 0), 20);
    Steps.Doubles plain = new Steps.Doubles(new Sgd(0.3), 20);
    for (int step = 0; step < 5; step++) {
      double[] g = random.doubles(20, -1, 1).toArray();
      momentum.move(p, g);
      plain.move(q, g);
    }
    assertThat(p).isEqualTo(q);
  }

  @Test
  void oneDescriptionServesManyTrainings() {
    Momentum momentum = new Momentum(1, 0.5);
    double[] p = {0};
    new Steps.Doubles(momentum, 1).move(p, 1);
    double[] q = {0};
    new Steps.Doubles(momentum, 1).move(q, 1);
    assertThat(q).containsExactly(-1);
  }

  @Test
  void paddingStaysZero() {
    float[] p = {0, 1};
    Steps.Floats training = new Steps.Floats(new Momentum(0.1, 0.9), 2);
    for (int i = 0; i < 3; i++) {
      training.move(p, 0, 1);
    }
    assertThat(Float.floatToRawIntBits(p[0])).isZero();
  }

  @Test
  void slotsOfOtherNamesAreRefused() {
    FloatSlots slots = new FloatSlots(List.of(Slot.of("v")), 3);
    assertThatThrownBy(() -> slots.get("w"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no slot 'w', only [v].");
    assertThatThrownBy(() -> new FloatSlots(List.of(Slot.of("v"), Slot.of("v")), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Two slots have the name 'v'");
    assertThatThrownBy(() -> new Slot("v", Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("starts at NaN");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesALearningRateThatGoesNowhere(double rate) {
    assertThatThrownBy(() -> new Sgd(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + rate);
    assertThatThrownBy(() -> new Momentum(rate, 0.9)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
  void refusesAMomentumThatNeverSettles(double momentum) {
    assertThatThrownBy(() -> new Momentum(0.1, momentum))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + momentum);
    assertThatThrownBy(() -> new Momentum(0.1, 0.9).withDampening(momentum))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + momentum);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-60, 1e60})
  void refusesALearningRateThatNoFloatHolds(double rate) {
    assertThatThrownBy(() -> new Steps.Floats(new Sgd(rate), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("float network");
    double[] p = {0};
    new Steps.Doubles(new Sgd(rate), 1).move(p, 1);
    assertThat(p).containsExactly(-rate);
  }
}

package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** U1 and U2, wherever a range and its gradient lie. */
class RulesTest {

  private static final int LENGTH = 100;

  private final Random random = new Random(5);

  @Test
  void aGradientThatLiesElsewhereGivesTheSameBits() {
    for (int from = 0; from < 20; from++) {
      for (int to = from; to <= from + 70; to++) {
        for (int at : new int[] {from, 0, 3, 29}) {
          inFloat(from, to, at);
          inDouble(from, to, at);
        }
      }
    }
  }

  private void inFloat(int from, int to, int at) {
    float down = -0.1f;
    float mu = 0.9f;
    float[] g = floats();
    float[] p = floats();
    float[] v = floats();
    float[] descended = p.clone();
    float[] moved = p.clone();
    float[] velocity = v.clone();
    for (int i = from; i < to; i++) {
      descended[i] = Math.fma(down, g[at + i - from], p[i]);
      velocity[i] = Math.fma(mu, v[i], g[at + i - from]);
      moved[i] = Math.fma(down, velocity[i], p[i]);
    }
    float[] q = p.clone();
    FloatRules.descend(q, from, to, g, at, down);
    FloatRules.descendWithMomentum(p, v, from, to, g, at, down, mu);
    assertThat(q).isEqualTo(descended);
    assertThat(p).isEqualTo(moved);
    assertThat(v).isEqualTo(velocity);
  }

  private void inDouble(int from, int to, int at) {
    double down = -0.1;
    double mu = 0.9;
    double[] g = doubles();
    double[] p = doubles();
    double[] v = doubles();
    double[] descended = p.clone();
    double[] moved = p.clone();
    double[] velocity = v.clone();
    for (int i = from; i < to; i++) {
      descended[i] = Math.fma(down, g[at + i - from], p[i]);
      velocity[i] = Math.fma(mu, v[i], g[at + i - from]);
      moved[i] = Math.fma(down, velocity[i], p[i]);
    }
    double[] q = p.clone();
    DoubleRules.descend(q, from, to, g, at, down);
    DoubleRules.descendWithMomentum(p, v, from, to, g, at, down, mu);
    assertThat(q).isEqualTo(descended);
    assertThat(p).isEqualTo(moved);
    assertThat(v).isEqualTo(velocity);
  }

  private float[] floats() {
    float[] numbers = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }

  private double[] doubles() {
    return random.doubles(LENGTH, -0.5, 0.5).toArray();
  }
}

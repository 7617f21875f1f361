package dev.burin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Network;
import dev.burin.Precision;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Enums that answer for arrays give what numbers and records give. */
class AnswersTest {

  private static final int SAMPLES = 200;

  /** What a coin shows. */
  enum Side {
    HEADS,
    TAILS
  }

  /** What grows. */
  enum Plant {
    MOSS,
    FERN,
    TREE
  }

  /** Two numbers. */
  record Pair(double a, double b) {}

  /** One probability. */
  @Network(
      layers = {2, 5, 1},
      activations = {Activation.TANH, Activation.SIGMOID},
      loss = Loss.BINARY_CROSS_ENTROPY)
  interface Coin {
    float probability(float[] x);

    Side side(float... x);

    Side side(Pair pair);
  }

  /** One output for each constant. */
  @Network(
      layers = {2, 5, 3},
      activations = {Activation.TANH, Activation.SOFTMAX},
      loss = Loss.CROSS_ENTROPY,
      precision = Precision.DOUBLE)
  interface Garden {
    int index(double[] x);

    Plant plant(double[] x);

    Plant plant(Pair pair);
  }

  @Test
  void aProbabilityChoosesTheSecondConstantFromAHalfOn() {
    Coin coin = new AnswersTest_CoinNetwork(1);
    Random random = new Random(1);
    Set<Side> seen = EnumSet.noneOf(Side.class);
    for (int i = 0; i < SAMPLES; i++) {
      float a = (float) random.nextGaussian();
      float b = (float) random.nextGaussian();
      Side side = coin.side(a, b);
      seen.add(side);

      assertThat(side).isEqualTo(coin.side(new Pair(a, b)));
      assertThat(side)
          .isEqualTo(coin.probability(new float[] {a, b}) >= 0.5f ? Side.TAILS : Side.HEADS);
    }
    assertThat(seen).containsExactly(Side.values());
  }

  @Test
  void theGreatestOutputChooses() {
    Garden garden = new AnswersTest_GardenNetwork(2);
    Random random = new Random(1);
    Set<Plant> seen = EnumSet.noneOf(Plant.class);
    for (int i = 0; i < SAMPLES; i++) {
      double[] x = {3 * random.nextGaussian(), 3 * random.nextGaussian()};
      Plant plant = garden.plant(x);
      seen.add(plant);

      assertThat(plant).isEqualTo(garden.plant(new Pair(x[0], x[1])));
      assertThat(plant.ordinal()).isEqualTo(garden.index(x));
    }
    assertThat(seen).hasSizeGreaterThan(1);
  }
}

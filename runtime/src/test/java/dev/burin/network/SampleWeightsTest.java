package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatRules;
import dev.burin.kernel.FloatTwin;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What weights of samples say: the row twice, the row left out, and nothing if all are 1. */
class SampleWeightsTest {

  private static final int IN = 9;
  private static final int OUT = 3;

  private final float[] x = new float[300 * IN];
  private final float[] y = new float[300 * OUT];

  SampleWeightsTest() {
    for (int i = 0; i < x.length; i++) {
      x[i] = (i % 23 - 11) / 11f;
    }
    for (int s = 0; s < 300; s++) {
      y[s * OUT + s % OUT] = 1;
    }
  }

  private static FloatNetwork network(Loss loss) {
    Activation last =
        switch (loss) {
          case CROSS_ENTROPY -> Activation.SOFTMAX;
          case BINARY_CROSS_ENTROPY -> Activation.SIGMOID;
          case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER ->
              Activation.TANH;
        };
    NetworkShape shape =
        NetworkShape.of(
            loss,
            Precision.FLOAT,
            LayerShape.of(IN, 21, Activation.SILU),
            LayerShape.of(21, OUT, last));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(3);
    return network;
  }

  private static float[] weights(int n, float weight) {
    float[] weights = new float[n];
    Arrays.fill(weights, weight);
    return weights;
  }

  /** Powers of two leave quotients of weights and their sum as they are. */
  @ParameterizedTest
  @EnumSource(Loss.class)
  void weightsThatAreAllEqualGiveTheBitsOfNone(Loss loss) {
    FloatTraining plain = new FloatTraining(network(loss), 300, 1);
    FloatTraining weighted = new FloatTraining(network(loss), 300, 2);
    for (float weight : new float[] {1, 2, 0.25f}) {
      double cost = plain.gradient(x, y, 300);

      assertThat(weighted.gradient(x, y, weights(300, weight), 300)).isEqualTo(cost);
      assertThat(weighted.gradient()).isEqualTo(plain.gradient());
      assertThat(weighted.cost(x, y, weights(300, weight), 300)).isEqualTo(cost);
      assertThat(weighted.propagate(x, y, weights(300, weight), 300)).isEqualTo(cost);
    }
  }

  /** In one shard, as shards are counted from the first row: zeros that are added change no sum. */
  @ParameterizedTest
  @EnumSource(Loss.class)
  void aWeightOfZeroGivesTheBitsOfTheRowLeftOut(Loss loss) {
    float[] some = weights(100, 1);
    float[] shortX = new float[80 * IN];
    float[] shortY = new float[80 * OUT];
    float[] shortWeights = new float[80];
    int kept = 0;
    for (int s = 0; s < 100; s++) {
      some[s] = s % 5 == 1 ? 0 : 1 + s % 7 / 4f;
      if (some[s] != 0) {
        System.arraycopy(x, s * IN, shortX, kept * IN, IN);
        System.arraycopy(y, s * OUT, shortY, kept * OUT, OUT);
        shortWeights[kept++] = some[s];
      }
    }
    FloatTraining all = new FloatTraining(network(loss), 100, 1);
    FloatTraining fewer = new FloatTraining(network(loss), 80, 1);

    double cost = fewer.gradient(shortX, shortY, shortWeights, 80);

    assertThat(all.gradient(x, y, some, 100)).isEqualTo(cost);
    assertThat(all.gradient()).isEqualTo(fewer.gradient());
  }

  /** The first row of a chain that starts at 0 is added to itself, which rounds nothing. */
  @ParameterizedTest
  @EnumSource(Loss.class)
  void aWeightOfTwoGivesTheBitsOfTheRowTwice(Loss loss) {
    float[] twiceX = new float[3 * IN];
    float[] twiceY = new float[3 * OUT];
    System.arraycopy(x, 0, twiceX, 0, IN);
    System.arraycopy(x, 0, twiceX, IN, 2 * IN);
    System.arraycopy(y, 0, twiceY, 0, OUT);
    System.arraycopy(y, 0, twiceY, OUT, 2 * OUT);
    FloatTraining weighted = new FloatTraining(network(loss), 2, 1);
    FloatTraining twice = new FloatTraining(network(loss), 3, 1);

    double cost = twice.gradient(twiceX, twiceY, 3);

    assertThat(weighted.gradient(x, y, new float[] {2, 1}, 2)).isEqualTo(cost);
    assertThat(weighted.gradient()).isEqualTo(twice.gradient());
  }

  @Test
  void manyRowsTwiceAgreeUpToRounding() {
    float[] doubled = weights(150, 1);
    float[] twiceX = new float[300 * IN];
    float[] twiceY = new float[300 * OUT];
    int rows = 0;
    for (int s = 0; s < 150; s++) {
      doubled[s] = 1 + s % 2;
      for (int copy = 0; copy < doubled[s]; copy++, rows++) {
        System.arraycopy(x, s * IN, twiceX, rows * IN, IN);
        System.arraycopy(y, s * OUT, twiceY, rows * OUT, OUT);
      }
    }
    FloatTraining weighted = new FloatTraining(network(Loss.CROSS_ENTROPY), 150, 1);
    FloatTraining twice = new FloatTraining(network(Loss.CROSS_ENTROPY), rows, 1);

    double cost = twice.gradient(twiceX, twiceY, rows);

    assertThat(weighted.gradient(x, y, doubled, 150)).isCloseTo(cost, within(1e-12));
    for (int i = 0; i < twice.gradient().length; i++) {
      assertThat(weighted.gradient()[i]).isCloseTo(twice.gradient()[i], within(1e-7f));
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {-1, -Float.MIN_VALUE, Float.NaN, Float.POSITIVE_INFINITY})
  void weightsThatAreNoneAreRefused(float wrong) {
    FloatTraining training = new FloatTraining(network(Loss.CROSS_ENTROPY), 3, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.gradient(x, y, new float[] {1, 1, wrong}, 3))
        .withMessage(
            "The weight of sample 2 is "
                + (double) wrong
                + "; give finite weights of 0 or more (samples are counted from 0).");
  }

  @Test
  void noWeightAboveZeroAndTooFewAreRefused() {
    FloatTraining training = new FloatTraining(network(Loss.CROSS_ENTROPY), 3, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.propagate(x, y, new float[] {0, -0f, 0, 1}, 3))
        .withMessage(
            "The weights of all 3 samples are 0; give at least one sample a weight above 0.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training.cost(x, y, new float[2], 3))
        .withMessage("There are 2 weights for 3 samples; give one for each.");
    assertThatNullPointerException()
        .isThrownBy(() -> training.cost(x, y, null, 3))
        .withMessageStartingWith("The weights of the samples are null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrainingValues.weights(1e301, 3))
        .withMessage(
            "The weights of 3 samples sum to 1.0E301; give weights that sum to 1e-300 to 1e300.");
  }

  /** A step along weighted samples is one along their gradient. */
  @Test
  void stepsFollowTheWeightedGradient() {
    FloatNetwork together = network(Loss.CROSS_ENTROPY);
    FloatNetwork apart = network(Loss.CROSS_ENTROPY);
    float[] some = weights(100, 1);
    for (int s = 0; s < 100; s++) {
      some[s] = s % 3;
    }
    FloatTraining one = new FloatTraining(together, 100, 2);
    FloatTraining two = new FloatTraining(apart, 100, 1);
    one.propagate(x, y, some, 100);
    one.step((p, from, to, g, at) -> FloatRules.descend(p, from, to, g, at, -0.1f));
    two.gradient(x, y, some, 100);
    FloatRules.descend(apart.parameters(), 0, apart.layout().length(), two.gradient(), 0, -0.1f);

    assertThat(together.parameters()).isEqualTo(apart.parameters());
  }
}

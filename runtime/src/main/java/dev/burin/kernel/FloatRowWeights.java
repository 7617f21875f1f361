package dev.burin.kernel;

import java.util.Locale;
import java.util.Objects;

/**
 * The weights of the samples of a batch. Costs and gradients are divided by their sum, so that a
 * weight of 2 says what the same sample twice says, and a weight of 0 what leaving it out says.
 */
final class FloatRowWeights {

  /** No weights: all samples count the same. */
  static final float[] NONE = {};

  private FloatRowWeights() {}

  /**
   * The sum of n weights, in double, from 0, samples ascending.
   *
   * @throws IllegalArgumentException if there are fewer, or as {@link TrainingValues} says
   */
  static double sum(float[] weights, int n) {
    Objects.requireNonNull(
        weights, "The weights of the samples are null; give one for each, or call without them.");
    if (weights.length < n) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %d weights for %d samples; give one for each.",
              weights.length,
              n));
    }
    double sum = 0;
    for (int s = 0; s < n; s++) {
      TrainingValues.weight(weights[s], s);
      sum += weights[s];
    }
    TrainingValues.weights(sum, n);
    return sum;
  }

  /** The loss of a row times its weight; 0 where the row is left out, whatever its loss. */
  static double times(float weight, double loss) {
    return weight == 0 ? 0 : weight * loss;
  }
}

package dev.burin.network;

import dev.burin.kernel.Law;
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
   * The sum of n weights, in double: those of a block from 0, samples ascending, and blocks joined
   * as their losses are.
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
    for (int s = 0; s < n; s++) {
      TrainingValues.weight(weights[s], s);
    }
    double sum = blocks(weights, 0, n);
    TrainingValues.weights(sum, n);
    return sum;
  }

  /** A node of the {@link BlockTree}: its left half is as many blocks as a whole tree can hold. */
  private static double blocks(float[] weights, int from, int to) {
    int blocks = Law.blocks(to - from);
    if (blocks > 1) {
      int middle = from + Integer.highestOneBit(blocks - 1) * Law.BLOCK;
      return blocks(weights, from, middle) + blocks(weights, middle, to);
    }
    double sum = 0;
    for (int s = from; s < to; s++) {
      sum += weights[s];
    }
    return sum;
  }

  /** The loss of a row times its weight; 0 where the row is left out, whatever its loss. */
  static double times(float weight, double loss) {
    return weight == 0 ? 0 : weight * loss;
  }
}

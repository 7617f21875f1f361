package dev.burin.interchange;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

/**
 * Where the inputs of a model usually lie, as far as its file tells: what a normalisation in front
 * takes to mean 0 and deviation 1, and else just these. Samples are drawn from it.
 *
 * @param center {@code [in]}
 * @param spread {@code [in]}, positive
 * @param whole whether inputs are whole numbers
 */
public record InputRange(double[] center, double[] spread, boolean whole) {

  /** Checks that both are there for each input. */
  public InputRange {
    Objects.requireNonNull(center, "The centers of the inputs are null.");
    Objects.requireNonNull(spread, "The spreads of the inputs are null.");
    if (center.length != spread.length) {
      throw new IllegalArgumentException(
          center.length + " centers and " + spread.length + " spreads are given.");
    }
  }

  /** Inputs of which nothing is known: mean 0 and deviation 1. */
  static InputRange standard(int in) {
    double[] spread = new double[in];
    Arrays.fill(spread, 1);
    return new InputRange(new double[in], spread, false);
  }

  /** Inputs x of which {@code scale x + shift} has mean 0 and deviation 1. */
  static InputRange before(double[] scale, double[] shift) {
    InputRange range = standard(scale.length);
    for (int k = 0; k < scale.length; k++) {
      double center = -shift[k] / scale[k];
      double spread = 1 / Math.abs(scale[k]);
      if (Double.isFinite(center) && Double.isFinite(spread)) {
        range.center[k] = center;
        range.spread[k] = spread;
      }
    }
    return range;
  }

  /** The same inputs, which are whole numbers. */
  public InputRange ofWholeNumbers() {
    return new InputRange(center, spread, true);
  }

  /** Draws n samples, {@code [n][in]}, each number one that a float can hold. */
  double[] draw(Random random, int n) {
    int in = center.length;
    double[] x = new double[n * in];
    for (int i = 0; i < x.length; i++) {
      double drawn = center[i % in] + spread[i % in] * random.nextGaussian();
      x[i] = whole ? Math.rint(drawn) : (float) drawn;
    }
    return x;
  }
}

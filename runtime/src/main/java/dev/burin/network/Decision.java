package dev.burin.network;

/**
 * The one rule by which outputs become a class: what generated classes answer, what an evaluation
 * counts, and what targets stand for.
 */
public final class Decision {

  /** The answer of outputs that tell no class. */
  public static final int NONE = -1;

  /** A single output from here on is class 1. */
  public static final double THRESHOLD = 0.5;

  private Decision() {}

  /** The number of classes that a row of some width tells apart. */
  public static int classes(int width) {
    return width == 1 ? 2 : width;
  }

  /**
   * The class of a row: 1 for a single number of at least {@link #THRESHOLD} and else 0; otherwise
   * the index of the greatest number, the first one among equals, 0 and -0 being equal.
   *
   * @return {@link #NONE} where a number of the row is NaN, or where the greatest is infinite and
   *     stands there twice, so that nobody can tell which was greater
   */
  public static int of(float[] a, int at, int width) {
    int best = 0;
    for (int j = 0; j < width; j++) {
      float v = a[at + j];
      if (Float.isNaN(v)) {
        return NONE;
      }
      if (v > a[at + best]) {
        best = j;
      }
    }
    if (width == 1) {
      return a[at] >= THRESHOLD ? 1 : 0;
    }
    return Float.isInfinite(a[at + best]) && again(a, at + best, at + width) ? NONE : best;
  }

  /** As for a row of floats. */
  public static int of(double[] a, int at, int width) {
    int best = 0;
    for (int j = 0; j < width; j++) {
      double v = a[at + j];
      if (Double.isNaN(v)) {
        return NONE;
      }
      if (v > a[at + best]) {
        best = j;
      }
    }
    if (width == 1) {
      return a[at] >= THRESHOLD ? 1 : 0;
    }
    return Double.isInfinite(a[at + best]) && again(a, at + best, at + width) ? NONE : best;
  }

  private static boolean again(float[] a, int at, int end) {
    for (int i = at + 1; i < end; i++) {
      if (a[i] == a[at]) {
        return true;
      }
    }
    return false;
  }

  private static boolean again(double[] a, int at, int end) {
    for (int i = at + 1; i < end; i++) {
      if (a[i] == a[at]) {
        return true;
      }
    }
    return false;
  }
}

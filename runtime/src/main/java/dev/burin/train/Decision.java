package dev.burin.train;

/** The class that a row of outputs or targets stands for. */
final class Decision {

  /** The answer of a row that holds an output that is not a number. */
  static final int NONE = -1;

  private Decision() {}

  /** The number of classes that a row of some width tells apart. */
  static int classes(int width) {
    return width == 1 ? 2 : width;
  }

  /**
   * The class of a row: 1 for a single number above 0.5 and else 0; otherwise the index of the
   * greatest number, the first one among equals.
   */
  static int of(double[] a, int at, int width) {
    int best = 0;
    for (int j = 0; j < width; j++) {
      if (Double.isNaN(a[at + j])) {
        return NONE;
      }
      if (a[at + j] > a[at + best]) {
        best = j;
      }
    }
    if (width == 1) {
      return a[at] > 0.5 ? 1 : 0;
    }
    return best;
  }
}

package dev.burin.kernel;

/**
 * L1: the loss of one row, computed from the sums z in a form that neither overflows nor cancels.
 * Generated kernels call these same methods: nothing in them depends on a shape or a width.
 */
public final class FloatLosses {

  private FloatLosses() {}

  /**
   * {@code sum_j max(z,0) - z y + log(1 + exp(-|z|))}: equal to {@code -(y log a + (1-y) log(1-a))}
   * with {@code a = sigmoid(z)}.
   */
  public static double binaryCrossEntropy(float[] z, int at, float[] y, int yAt, int m) {
    double sum = 0;
    for (int j = 0; j < m; j++) {
      double v = z[at + j];
      sum += Math.max(v, 0) - v * y[yAt + j] + StrictMath.log1p(StrictMath.exp(-Math.abs(v)));
    }
    return sum;
  }

  /** {@code sum_j y (log(sum_i exp(z_i - g)) - (z_j - g))} with the greatest sum g. */
  public static double crossEntropy(float[] z, int at, float[] y, int yAt, int m) {
    float greatest = FloatActivations.greatest(z, at, at + m);
    float exps = 0;
    for (int j = 0; j < m; j++) {
      exps += FloatMath.exp(z[at + j] - greatest);
    }
    double logarithm = StrictMath.log(exps);
    double sum = 0;
    for (int j = 0; j < m; j++) {
      if (y[yAt + j] != 0) {
        sum += y[yAt + j] * (logarithm - ((double) z[at + j] - greatest));
      }
    }
    return sum;
  }

  /** {@code sum_j (a - y)^2}. */
  public static double squaredError(float[] a, int at, float[] y, int yAt, int m) {
    double sum = 0;
    for (int j = 0; j < m; j++) {
      double difference = (double) a[at + j] - y[yAt + j];
      sum += difference * difference;
    }
    return sum;
  }

  /** {@code sum_j |a - y|}. */
  public static double absoluteError(float[] a, int at, float[] y, int yAt, int m) {
    double sum = 0;
    for (int j = 0; j < m; j++) {
      sum += Math.abs((double) a[at + j] - y[yAt + j]);
    }
    return sum;
  }

  /**
   * {@code sum_j} of half the square of {@code a - y} up to 1, and its size less 1/2 from there.
   */
  public static double huber(float[] a, int at, float[] y, int yAt, int m) {
    double sum = 0;
    for (int j = 0; j < m; j++) {
      double size = Math.abs((double) a[at + j] - y[yAt + j]);
      sum += size <= 1 ? size * size / 2 : size - 0.5;
    }
    return sum;
  }

  /** The derivative of {@link #absoluteError} where {@code a - y} is this; 0 at 0. */
  public static float absoluteErrorSlope(float difference) {
    return Math.signum(difference);
  }

  /** The derivative of {@link #huber} where {@code a - y} is this. */
  public static float huberSlope(float difference) {
    return Math.max(-1f, Math.min(1f, difference));
  }
}

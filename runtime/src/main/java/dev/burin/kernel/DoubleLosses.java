package dev.burin.kernel;

/**
 * L1: the loss of one row, computed from the sums z in a form that neither overflows nor cancels.
 * Generated kernels call these same methods: nothing in them depends on a shape or a width.
 */
public final class DoubleLosses {

  private DoubleLosses() {}

  /**
   * {@code sum_j max(z,0) - z y + log(1 + exp(-|z|))}: equal to {@code -(y log a + (1-y) log(1-a))}
   * with {@code a = sigmoid(z)}.
   */
  public static double binaryCrossEntropy(double[] z, int at, double[] y, int yAt, int m) {
    double sum = 0;
    for (int j = 0; j < m; j++) {
      double v = z[at + j];
      sum += Math.max(v, 0) - v * y[yAt + j] + StrictMath.log1p(StrictMath.exp(-Math.abs(v)));
    }
    return sum;
  }

  /** {@code sum_j y (log(sum_i exp(z_i - g)) - (z_j - g))} with the greatest sum g. */
  public static double crossEntropy(double[] z, int at, double[] y, int yAt, int m) {
    double greatest = DoubleActivations.greatest(z, at, at + m);
    double exps = 0;
    for (int j = 0; j < m; j++) {
      exps += DoubleMath.exp(z[at + j] - greatest);
    }
    double logarithm = StrictMath.log(exps);
    double sum = 0;
    for (int j = 0; j < m; j++) {
      if (y[yAt + j] != 0) {
        sum += y[yAt + j] * (logarithm - (z[at + j] - greatest));
      }
    }
    return sum;
  }

  /** {@code sum_j (a - y)^2}. */
  public static double squaredError(double[] a, int at, double[] y, int yAt, int m) {
    double sum = 0;
    for (int j = 0; j < m; j++) {
      double difference = a[at + j] - y[yAt + j];
      sum += difference * difference;
    }
    return sum;
  }
}

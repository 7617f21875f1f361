package dev.burin.check;

import dev.burin.Loss;
import dev.burin.shape.NetworkShape;

/** L1 in double precision: the loss of one sample and its derivative by the last sums. */
final class ReferenceLosses {

  private ReferenceLosses() {}

  /** The loss of one sample, before the mean over the batch is taken. */
  static double value(Loss loss, Pass pass, double[] y, int yAt) {
    double[] z = pass.lastZ();
    double[] a = pass.lastA();
    return switch (loss) {
      case BINARY_CROSS_ENTROPY -> binaryCrossEntropy(z, y, yAt);
      case CROSS_ENTROPY -> crossEntropy(z, y, yAt);
      case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR -> squaredError(a, y, yAt);
      case MEAN_ABSOLUTE_ERROR -> absoluteError(a, y, yAt);
      case HUBER -> huber(a, y, yAt);
    };
  }

  /**
   * What the sum of the samples' losses is multiplied with.
   *
   * @param n the sum of the samples' weights
   */
  static double mean(NetworkShape shape, double n) {
    return switch (shape.loss()) {
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> 1.0 / n;
      case HALF_MEAN_SQUARED_ERROR -> 1.0 / (2.0 * n);
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> 1.0 / (n * shape.outputs());
    };
  }

  /**
   * L1 dz of the last layer: the derivative of the mean cost, the division by n included.
   *
   * @param n the sum of the samples' weights, divided by the weight of this one
   */
  static void gradient(NetworkShape shape, Pass pass, double[] y, int yAt, double n, double[] dz) {
    double[] z = pass.lastZ();
    double[] a = pass.lastA();
    for (int j = 0; j < dz.length; j++) {
      double difference = a[j] - y[yAt + j];
      double slope =
          shape.loss().fusesActivation()
              ? 1
              : ReferenceActivations.slope(shape.layers().getLast(), z[j]);
      dz[j] =
          switch (shape.loss()) {
            case BINARY_CROSS_ENTROPY -> difference / n;
            // a - y for targets that sum to 1; this is the derivative for any others too.
            case CROSS_ENTROPY -> (a[j] * total(y, yAt, dz.length) - y[yAt + j]) / n;
            case HALF_MEAN_SQUARED_ERROR -> difference / n * slope;
            case MEAN_SQUARED_ERROR -> 2 * difference / (n * dz.length) * slope;
            case MEAN_ABSOLUTE_ERROR -> Math.signum(difference) / (n * dz.length) * slope;
            case HUBER -> Math.clamp(difference, -1.0, 1.0) / (n * dz.length) * slope;
          };
    }
  }

  /** -(y log a + (1-y) log(1-a)) = max(z,0) - z y + log(1 + exp(-|z|)) with a = sigmoid(z). */
  private static double binaryCrossEntropy(double[] z, double[] y, int yAt) {
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      double rest = StrictMath.log1p(StrictMath.exp(-Math.abs(z[j])));
      // Equal to max(z,0) - z y, in the form that keeps a target of 0 or 1 exact.
      sum += (z[j] > 0 ? z[j] * (1 - y[yAt + j]) : -z[j] * y[yAt + j]) + rest;
    }
    return sum;
  }

  /** -y log a = y (log sum exp(z - g) - (z - g)) with the greatest sum g. */
  private static double crossEntropy(double[] z, double[] y, int yAt) {
    double greatest = ReferenceActivations.greatest(z);
    double others = 0;
    boolean met = false;
    for (double each : z) {
      if (each == greatest && !met) {
        met = true;
      } else {
        others += StrictMath.exp(each - greatest);
      }
    }
    double logarithm = StrictMath.log1p(others);
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      if (y[yAt + j] != 0) {
        sum += y[yAt + j] * (logarithm - (z[j] - greatest));
      }
    }
    return sum;
  }

  private static double squaredError(double[] a, double[] y, int yAt) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = a[j] - y[yAt + j];
      sum += difference * difference;
    }
    return sum;
  }

  private static double absoluteError(double[] a, double[] y, int yAt) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += Math.abs(a[j] - y[yAt + j]);
    }
    return sum;
  }

  private static double huber(double[] a, double[] y, int yAt) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double size = Math.abs(a[j] - y[yAt + j]);
      sum += size <= 1 ? size * size / 2 : size - 0.5;
    }
    return sum;
  }

  /**
   * Whether a derivative of some order of the loss jumps between two outputs with one target: there
   * no difference quotient is trusted.
   */
  static boolean bends(Loss loss, double before, double after, double y) {
    double from = before - y;
    double to = after - y;
    return switch (loss) {
      case MEAN_ABSOLUTE_ERROR -> from > 0 != to > 0 || from < 0 != to < 0;
      case HUBER -> from > 1 != to > 1 || from < -1 != to < -1;
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY, HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
          false;
    };
  }

  private static double total(double[] y, int yAt, int m) {
    double sum = 0;
    for (int j = 0; j < m; j++) {
      sum += y[yAt + j];
    }
    return sum;
  }
}

package dev.burin.kernel;

import dev.burin.Loss;
import java.util.Locale;

/**
 * Which numbers samples may hold when a network learns from them, and the one sentence for others.
 *
 * <p>Features are finite. Targets are finite; those of {@link Loss#BINARY_CROSS_ENTROPY} lie from 0
 * to 1, and those of {@link Loss#CROSS_ENTROPY} lie from 0 to 1 and sum to 1 in each row, up to
 * {@link #SUM}. Rows and columns are counted from 0.
 */
public final class TrainingValues {

  /**
   * How far from 1 a row of {@link Loss#CROSS_ENTROPY} targets may sum. Outputs of another network
   * in float, taken as targets, miss 1 by the roundings of their sum, some 1e-6 for a thousand
   * classes. L1 takes the sum for 1, so that the gradient is off by as much: no more than a float
   * gradient may be off anyway.
   */
  public static final double SUM = 1e-5;

  private static final String BINARY =
      "BINARY_CROSS_ENTROPY takes numbers from 0 to 1; give two classes as 0 and 1";

  private static final String SEVERAL =
      "CROSS_ENTROPY takes numbers from 0 to 1 that sum to 1; give a class as 1 in its column and 0"
          + " elsewhere";

  private TrainingValues() {}

  /**
   * Checks that the numbers of one sample are finite.
   *
   * @param what what they are, for the message: features or targets
   * @param values the numbers, from {@code at} on
   * @param width how many there are
   * @param row the number of the sample, for the message
   * @throws IllegalArgumentException if one is infinite or not a number
   */
  public static void finite(String what, double[] values, int at, int width, int row) {
    for (int j = 0; j < width; j++) {
      if (!Double.isFinite(values[at + j])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Row %d, column %d of the %s is %s; fill or drop such values before training"
                    + " (rows and columns are counted from 0).",
                row,
                j,
                what,
                values[at + j]));
      }
    }
  }

  /**
   * Checks the targets of one sample.
   *
   * @param y the targets, from {@code at} on
   * @param out how many there are
   * @param row the number of the sample, for the message
   * @throws IllegalArgumentException if they are not targets of the loss
   */
  public static void targets(Loss loss, double[] y, int at, int out, int row) {
    finite("targets", y, at, out, row);
    switch (loss) {
      case BINARY_CROSS_ENTROPY -> probabilities(y, at, out, row, BINARY);
      case CROSS_ENTROPY -> {
        probabilities(y, at, out, row, SEVERAL);
        sum(y, at, out, row);
      }
      case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR -> {}
    }
  }

  private static void probabilities(double[] y, int at, int out, int row, String rule) {
    for (int j = 0; j < out; j++) {
      if (!(y[at + j] >= 0 && y[at + j] <= 1)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Row %d, column %d of the targets is %s, but %s (rows and columns are counted from"
                    + " 0).",
                row,
                j,
                y[at + j],
                rule));
      }
    }
  }

  private static void sum(double[] y, int at, int out, int row) {
    double sum = 0;
    for (int j = 0; j < out; j++) {
      sum += y[at + j];
    }
    if (Math.abs(sum - 1) > SUM) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Row %d of the targets sums to %s, but CROSS_ENTROPY takes rows that sum to 1; drop"
                  + " samples without a class, and for several classes at once declare SIGMOID"
                  + " outputs with BINARY_CROSS_ENTROPY (rows are counted from 0).",
              row,
              sum));
    }
  }
}

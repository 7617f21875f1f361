package dev.burin.network;

import dev.burin.Loss;
import java.util.Locale;

/**
 * Which numbers samples may hold when a network learns from them, and the one sentence for others.
 *
 * <p>Features are finite. Targets are finite; those of {@link Loss#BINARY_CROSS_ENTROPY} lie from 0
 * to 1, and those of {@link Loss#CROSS_ENTROPY} lie from 0 to 1 and sum to 1 in each row, up to
 * {@link #SUM}. Weights of samples are finite, not negative, and not all 0. Rows and columns are
 * counted from 0.
 */
public final class TrainingValues {

  /**
   * How far from 1 a row of {@link Loss#CROSS_ENTROPY} targets may sum. Outputs of another network
   * in float, taken as targets, miss 1 by the roundings of their sum, some 1e-6 for a thousand
   * classes. L1 takes the sum for 1, so that the gradient is off by as much: no more than a float
   * gradient may be off anyway.
   */
  public static final double SUM = 1e-5;

  private static final double LEAST_WEIGHTS = 1e-300;
  private static final double GREATEST_WEIGHTS = 1e300;

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
      case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> {}
    }
  }

  /**
   * Checks the weight of one sample.
   *
   * @param row the number of the sample, for the message
   * @throws IllegalArgumentException if it is negative, infinite or not a number
   */
  public static void weight(double weight, int row) {
    if (!(weight >= 0 && weight <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The weight of sample %d is %s; give finite weights of 0 or more (samples are counted"
                  + " from 0).",
              row,
              weight));
    }
  }

  /**
   * Checks the sum of the weights of a batch, which costs and gradients are divided by.
   *
   * @param n the number of samples, for the message
   * @throws IllegalArgumentException if it is 0, or so small or great that quotients overflow
   */
  public static void weights(double sum, int n) {
    if (sum == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The weights of all %d samples are 0; give at least one sample a weight above 0.",
              n));
    }
    if (sum < LEAST_WEIGHTS || sum > GREATEST_WEIGHTS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The weights of %d samples sum to %s; give weights that sum to 1e-300 to 1e300.",
              n,
              sum));
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

package dev.burin.data;

import java.util.Arrays;
import java.util.Locale;

/** What {@link Scaling} needs to know of each column; every sum runs over the rows ascending. */
final class Columns {

  /** A sum of a few equal numbers in another order is off by as many ulp. */
  private static final int ROUNDINGS = 4;

  private final Table table;
  private final double[] min;
  private final double[] max;

  private Columns(Table table) {
    this.table = table;
    this.min = new double[table.columns()];
    this.max = new double[table.columns()];
  }

  /**
   * Finds the extremes, and refuses what no scaling can be fitted on.
   *
   * @throws IllegalArgumentException if the table has no row or a number is not finite
   */
  static Columns of(Table table) {
    Checks.given(table, "table that a scaling is fitted on");
    if (table.rows() == 0) {
      throw new IllegalArgumentException(
          "A scaling cannot be fitted on a table without rows; pass the training table.");
    }
    Columns columns = new Columns(table);
    Arrays.fill(columns.min, Double.POSITIVE_INFINITY);
    Arrays.fill(columns.max, Double.NEGATIVE_INFINITY);
    double[] row = new double[table.columns()];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        if (!Double.isFinite(row[j])) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "Row %d, column %d is %s; fill or drop such values before a scaling is fitted.",
                  i,
                  j,
                  row[j]));
        }
        columns.min[j] = Math.min(columns.min[j], row[j]);
        columns.max[j] = Math.max(columns.max[j], row[j]);
      }
    }
    return columns;
  }

  double[] min() {
    return min;
  }

  double[] max() {
    return max;
  }

  /** Whether all numbers of a column are the same, up to what rounding leaves of equal ones. */
  boolean isConstant(int column) {
    double size = Math.max(Math.abs(min[column]), Math.abs(max[column]));
    return max[column] - min[column] <= ROUNDINGS * Math.ulp(size);
  }

  /**
   * The mean of each column: a first mean, corrected by the mean distance from it, since a sum of
   * numbers far from 0 loses the digits in which they differ.
   */
  double[] mean() {
    double[] mean = meanDistance(new double[min.length]);
    double[] correction = meanDistance(mean);
    for (int j = 0; j < mean.length; j++) {
      // A rounded sum over n need not give back the one value of a constant column.
      mean[j] = min[j] == max[j] ? min[j] : mean[j] + correction[j];
    }
    return mean;
  }

  private double[] meanDistance(double[] from) {
    double[] mean = new double[min.length];
    double[] row = new double[min.length];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        mean[j] += row[j] - from[j];
      }
    }
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= table.rows();
    }
    return mean;
  }

  /** The population standard deviation of each column around its mean. */
  double[] deviation(double[] mean) {
    double[] deviation = new double[min.length];
    double[] row = new double[min.length];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        double distance = row[j] - mean[j];
        deviation[j] += distance * distance;
      }
    }
    for (int j = 0; j < deviation.length; j++) {
      deviation[j] = Math.sqrt(deviation[j] / table.rows());
    }
    return deviation;
  }
}

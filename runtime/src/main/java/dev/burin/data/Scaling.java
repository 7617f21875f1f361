package dev.burin.data;

import java.util.Locale;

/**
 * Scales each column of a table: {@code (x - shift[j]) / divisor[j]}, computed in double and
 * rounded once. Fitted on the training table only and then applied to every other; immutable.
 */
public final class Scaling {

  private final double[] shift;
  private final double[] divisor;

  private Scaling(double[] shift, double[] divisor) {
    this.shift = shift;
    this.divisor = divisor;
  }

  /**
   * A scaling with given numbers, such as one that was saved; the arrays are copied.
   *
   * @param shift {@code [columns]}, finite
   * @param divisor {@code [columns]}, finite and not 0
   * @throws IllegalArgumentException if the arrays differ in length, are empty, or hold other
   *     numbers
   */
  public static Scaling of(double[] shift, double[] divisor) {
    if (shift.length != divisor.length || shift.length == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A scaling needs one shift and one divisor per column, not %d and %d.",
              shift.length,
              divisor.length));
    }
    for (int j = 0; j < shift.length; j++) {
      if (!Double.isFinite(shift[j]) || !Double.isFinite(divisor[j]) || divisor[j] == 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Column %d has shift %s and divisor %s; both must be finite and the divisor not 0.",
                j,
                shift[j],
                divisor[j]));
      }
    }
    return new Scaling(shift.clone(), divisor.clone());
  }

  /**
   * Standardization: mean 0 and standard deviation 1 over the rows of this table. The shift is the
   * mean and the divisor the population standard deviation {@code sqrt(1/n sum (x - mean)^2)}. A
   * constant column has divisor 1, so that it becomes 0 throughout.
   *
   * @throws IllegalArgumentException if the table has no row or holds a number that is not finite,
   *     or if the numbers of a column are too large for a sum
   */
  public static Scaling standard(Table table) {
    Columns columns = Columns.of(table);
    double[] mean = columns.mean();
    double[] deviation = columns.deviation(mean);
    for (int j = 0; j < deviation.length; j++) {
      // A spread so small that its square is 0 counts as constant.
      deviation[j] = deviation[j] == 0 ? 1 : deviation[j];
      checkFinite(j, mean[j], deviation[j]);
    }
    return new Scaling(mean, deviation);
  }

  /**
   * Min-max scaling: 0 to 1 over the rows of this table. The shift is the minimum and the divisor
   * the distance to the maximum. A constant column has divisor 1, so that it becomes 0 throughout.
   *
   * @throws IllegalArgumentException if the table has no row or holds a number that is not finite,
   *     or if the distance in a column is too large for a double
   */
  public static Scaling minMax(Table table) {
    Columns columns = Columns.of(table);
    double[] min = columns.min();
    double[] max = columns.max();
    double[] range = new double[min.length];
    for (int j = 0; j < range.length; j++) {
      range[j] = max[j] == min[j] ? 1 : max[j] - min[j];
      checkFinite(j, min[j], range[j]);
    }
    return new Scaling(min, range);
  }

  private static void checkFinite(int column, double shift, double divisor) {
    if (!Double.isFinite(shift) || !Double.isFinite(divisor)) {
      throw new IllegalArgumentException(
          "The numbers of column " + column + " are too large to be summed or subtracted.");
    }
  }

  /** The number of columns. */
  public int columns() {
    return shift.length;
  }

  /** What is subtracted, {@code [columns]}, in a new array. */
  public double[] shift() {
    return shift.clone();
  }

  /** What is then divided by, {@code [columns]}, in a new array. */
  public double[] divisor() {
    return divisor.clone();
  }

  /**
   * The scaled table in double. A NaN stays NaN.
   *
   * @throws IllegalArgumentException if the table has another number of columns
   */
  public DoubleTable toDouble(Table table) {
    checkColumns(table.columns());
    int columns = table.columns();
    double[] scaled = new double[Checks.elements(table.rows(), columns)];
    for (int i = 0; i < table.rows(); i++) {
      int at = i * columns;
      table.copyRow(i, scaled, at);
      for (int j = 0; j < columns; j++) {
        scaled[at + j] = scale(scaled[at + j], j);
      }
    }
    return new DoubleTable(table.rows(), columns, scaled);
  }

  /**
   * The scaled table, computed in double and rounded to float. A NaN stays NaN.
   *
   * @throws IllegalArgumentException if the table has another number of columns
   */
  public FloatTable toFloat(Table table) {
    checkColumns(table.columns());
    int columns = table.columns();
    float[] scaled = new float[Checks.elements(table.rows(), columns)];
    double[] row = new double[columns];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row, 0);
      for (int j = 0; j < columns; j++) {
        scaled[i * columns + j] = (float) scale(row[j], j);
      }
    }
    return new FloatTable(table.rows(), columns, scaled);
  }

  /**
   * Scales one sample in place, as {@link #toFloat} does.
   *
   * @param sample {@code [columns]}
   * @throws IllegalArgumentException if the sample has another length
   */
  public void apply(float[] sample) {
    checkColumns(sample.length);
    for (int j = 0; j < sample.length; j++) {
      sample[j] = (float) scale(sample[j], j);
    }
  }

  /**
   * Scales one sample in place, as {@link #toDouble} does.
   *
   * @param sample {@code [columns]}
   * @throws IllegalArgumentException if the sample has another length
   */
  public void apply(double[] sample) {
    checkColumns(sample.length);
    for (int j = 0; j < sample.length; j++) {
      sample[j] = scale(sample[j], j);
    }
  }

  private double scale(double x, int column) {
    return (x - shift[column]) / divisor[column];
  }

  private void checkColumns(int columns) {
    if (columns != shift.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The scaling was made for %d columns, but here are %d.",
              shift.length,
              columns));
    }
  }
}

package dev.burin.data;

import java.util.Locale;

/**
 * Scales each column of a table: {@code (x - shift[j]) / divisor[j]}, computed in double and
 * rounded once. Fitted on the training table only and then applied to every other; immutable.
 */
public final class Scaling {

  /** As many columns are told in a line. */
  private static final int NAMED = 3;

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
    Checks.given(shift, "array of shifts");
    Checks.given(divisor, "array of divisors");
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
   * constant column has divisor 1, so that it becomes 0 throughout; one whose numbers differ by no
   * more than a few roundings, 4 ulp of the greatest, has divisor 1, too.
   *
   * @throws IllegalArgumentException if the table has no row or holds a number that is not finite,
   *     or if the numbers of a column are too large for a sum
   */
  public static Scaling standard(Table table) {
    Columns columns = Columns.of(table);
    double[] mean = columns.mean();
    double[] deviation = columns.deviation(mean);
    for (int j = 0; j < deviation.length; j++) {
      // A spread so small that its square is 0 counts as constant, too.
      deviation[j] = columns.isConstant(j) || deviation[j] == 0 ? 1 : deviation[j];
      checkFinite(j, mean[j], deviation[j]);
    }
    return new Scaling(mean, deviation);
  }

  /**
   * Min-max scaling: 0 to 1 over the rows of this table. The shift is the minimum and the divisor
   * the distance to the maximum. A constant column has divisor 1, so that it becomes 0 throughout;
   * one whose numbers differ by no more than 4 ulp of the greatest has divisor 1, too.
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
      range[j] = columns.isConstant(j) ? 1 : max[j] - min[j];
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
   * The scaled table in double. What is infinite or not a number stays so.
   *
   * @throws IllegalArgumentException if the table has another number of columns, or if a number
   *     grows beyond double, naming row and column
   */
  public DoubleTable toDouble(Table table) {
    checkColumns(Checks.given(table, "table").columns());
    int columns = table.columns();
    double[] scaled = new double[Checks.elements(table.rows(), columns)];
    for (int i = 0; i < table.rows(); i++) {
      int at = i * columns;
      table.copyRow(i, scaled, at);
      for (int j = 0; j < columns; j++) {
        double x = scaled[at + j];
        scaled[at + j] = scale(x, j);
        if (Double.isInfinite(scaled[at + j]) && Double.isFinite(x)) {
          throw tooLarge("row " + i + ", column " + j, x, "double");
        }
      }
    }
    return new DoubleTable(table.rows(), columns, scaled);
  }

  /**
   * The scaled table, computed in double and rounded to float. What is infinite or not a number
   * stays so.
   *
   * @throws IllegalArgumentException if the table has another number of columns, if a number grows
   *     beyond float, naming row and column, or if a column of different numbers becomes 0
   *     throughout in float
   */
  public FloatTable toFloat(Table table) {
    checkColumns(Checks.given(table, "table").columns());
    int columns = table.columns();
    float[] scaled = new float[Checks.elements(table.rows(), columns)];
    double[] row = new double[columns];
    double[] greatest = new double[columns];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row, 0);
      for (int j = 0; j < columns; j++) {
        double result = scale(row[j], j);
        scaled[i * columns + j] = (float) result;
        if (Float.isInfinite((float) result) && Double.isFinite(row[j])) {
          throw tooLarge("row " + i + ", column " + j, row[j], "float");
        }
        greatest[j] = Math.max(greatest[j], Math.abs(result));
      }
    }
    for (int j = 0; j < columns; j++) {
      if (greatest[j] > 0 && (float) greatest[j] == 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Scaled by the divisor %s, column %d reaches no more than %s, which is 0 in float;"
                    + " fit the scaling on numbers such as these.",
                divisor[j],
                j,
                greatest[j]));
      }
    }
    return new FloatTable(table.rows(), columns, scaled);
  }

  /**
   * Scales one sample in place, as {@link #toFloat} does.
   *
   * @param sample {@code [columns]}
   * @throws IllegalArgumentException if the sample has another length, or if a number grows beyond
   *     float, naming the column; nothing is scaled then
   */
  public void apply(float[] sample) {
    checkColumns(Checks.given(sample, "sample").length);
    for (int j = 0; j < sample.length; j++) {
      if (Float.isInfinite((float) scale(sample[j], j)) && Float.isFinite(sample[j])) {
        throw tooLarge("column " + j, sample[j], "float");
      }
    }
    for (int j = 0; j < sample.length; j++) {
      sample[j] = (float) scale(sample[j], j);
    }
  }

  /**
   * Scales one sample in place, as {@link #toDouble} does.
   *
   * @param sample {@code [columns]}
   * @throws IllegalArgumentException if the sample has another length, or if a number grows beyond
   *     double, naming the column; nothing is scaled then
   */
  public void apply(double[] sample) {
    checkColumns(Checks.given(sample, "sample").length);
    for (int j = 0; j < sample.length; j++) {
      if (Double.isInfinite(scale(sample[j], j)) && Double.isFinite(sample[j])) {
        throw tooLarge("column " + j, sample[j], "double");
      }
    }
    for (int j = 0; j < sample.length; j++) {
      sample[j] = scale(sample[j], j);
    }
  }

  /** The first columns, in one line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Scaling[" + shift.length + " columns: ");
    for (int j = 0; j < Math.min(NAMED, shift.length); j++) {
      String form = j == 0 ? "(x - %.6g) / %.6g" : ", (x - %.6g) / %.6g";
      text.append(String.format(Locale.ROOT, form, shift[j], divisor[j]));
    }
    return text.append(shift.length > NAMED ? ", ...]" : "]").toString();
  }

  private static IllegalArgumentException tooLarge(String place, double x, String type) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "The value in %s is %s, which is infinite in %s once scaled; look for a wrong value there, or"
                + " fit the scaling on numbers such as these.",
            place,
            x,
            type));
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

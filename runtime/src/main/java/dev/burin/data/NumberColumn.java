package dev.burin.data;

import java.util.Arrays;
import java.util.Locale;

/** A column of numbers; a missing one is NaN. Immutable. */
public final class NumberColumn implements Column {

  private final String name;
  private final double[] values;

  private NumberColumn(String name, double[] values) {
    this.name = name;
    this.values = values;
  }

  /**
   * A column of these numbers, which are copied.
   *
   * @param values {@code [rows]}, finite, or NaN where one is missing
   * @throws IllegalArgumentException if one is infinite
   */
  public static NumberColumn of(String name, double... values) {
    Checks.given(name, "name of the column");
    Checks.given(values, "array of values");
    for (int i = 0; i < values.length; i++) {
      if (Double.isInfinite(values[i])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Row %d of column \"%s\" is %s; expected a finite number, or NaN if it is missing.",
                i,
                name,
                values[i]));
      }
    }
    return new NumberColumn(name, values.clone());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return values.length;
  }

  /**
   * A number, NaN where it is missing.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public double value(int row) {
    Checks.row(row, values.length);
    return values[row];
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(value(row));
  }

  @Override
  public String text(int row) {
    double value = value(row);
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("Row " + row + " of column \"" + name + "\" is missing.");
    }
    return text(value);
  }

  /** A number as text, a whole one without a point. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  @Override
  public NumberColumn select(int[] rows) {
    Checks.given(rows, "array of row numbers");
    Checks.rows(rows, 0, rows.length, values.length);
    return new NumberColumn(name, Arrays.stream(rows).mapToDouble(i -> values[i]).toArray());
  }

  /** The numbers that are there, ascending, in a new array. */
  double[] sorted() {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
  }

  /** Name and size, in one line. */
  @Override
  public String toString() {
    return "numbers \"" + name + "\"[" + values.length + "]";
  }
}

package dev.burin.data;

import java.util.Locale;
import java.util.Objects;

/** Checks of what a caller passes, each with the one sentence that it fails with. */
final class Checks {

  /** The most elements that every JVM gives an array. */
  static final int LONGEST = Integer.MAX_VALUE - 8;

  private Checks() {}

  /** Checks that something is there. */
  static <T> T given(T value, String what) {
    return Objects.requireNonNull(value, () -> "The " + what + " is null.");
  }

  /** Checks the sides of a table. */
  static void sides(int rows, int columns) {
    if (rows < 0 || columns < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A table needs 0 or more rows and 1 or more columns, not %d x %d.",
              rows,
              columns));
    }
  }

  /** Checks that {@code length} elements are exactly {@code rows x columns}. */
  static void shape(int rows, int columns, int length) {
    sides(rows, columns);
    if (length != (long) rows * columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The array holds %d values, but a table of %d x %d needs exactly %d.",
              length,
              rows,
              columns,
              (long) rows * columns));
    }
  }

  /** The number of elements of a table, if one array can hold them. */
  static int elements(int rows, int columns) {
    long elements = (long) rows * columns;
    if (elements > LONGEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A table of %d x %d has %d values, more than one array can hold.",
              rows,
              columns,
              elements));
    }
    return (int) elements;
  }

  /** Checks one cell, since in a flat array a wrong column would silently be another row's cell. */
  static int cell(int row, int column, int rows, int columns) {
    place(row, column, rows, columns);
    return row * columns + column;
  }

  /** Checks one row and column. */
  static void place(int row, int column, int rows, int columns) {
    row(row, rows);
    if (column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException(
          String.format(
              Locale.ROOT,
              "The column is %d, but the table has %d, counted from 0.",
              column,
              columns));
    }
  }

  /** Checks one row. */
  static void row(int row, int rows) {
    if (row < 0 || row >= rows) {
      throw new IndexOutOfBoundsException(
          String.format(
              Locale.ROOT, "The row is %d, but there are %d, counted from 0.", row, rows));
    }
  }

  /** Checks the places {@code from} to {@code from + count} of a list of row numbers. */
  static void rows(int[] order, int from, int count, int rows) {
    given(order, "array of row numbers");
    if (from < 0 || count < 0 || count > order.length - from) {
      throw new IndexOutOfBoundsException(
          String.format(
              Locale.ROOT,
              "The batch starts at place %d and has %d rows, but the order has %d places.",
              from,
              count,
              order.length));
    }
    for (int i = from; i < from + count; i++) {
      if (order[i] < 0 || order[i] >= rows) {
        throw new IndexOutOfBoundsException(
            String.format(
                Locale.ROOT,
                "Place %d of the order names row %d, but there are %d, counted from 0.",
                i,
                order[i],
                rows));
      }
    }
  }

  /** A number of things that an array will hold. */
  static int count(String what, int n) {
    if (n < 0 || n > LONGEST) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "The number of %s is %d, not 0 to %d.", what, n, LONGEST));
    }
    return n;
  }

  /** Checks that one row fits into an array from a place on. */
  static void rowFits(int length, int at, int columns) {
    if (at < 0 || columns > length - at) {
      throw new IndexOutOfBoundsException(
          String.format(
              Locale.ROOT,
              "A row of %d values does not fit into an array of %d from place %d on.",
              columns,
              length,
              at));
    }
  }

  /** The length of an array of features or targets that is there. */
  static int length(float[] values) {
    return given(values, "array that samples are copied to").length;
  }

  /** The length of an array of features or targets that is there. */
  static int length(double[] values) {
    return given(values, "array that samples are copied to").length;
  }

  /** Checks everything about a batch before any of it is copied. */
  static void batch(
      int[] rows, int from, int count, Samples samples, int x, int xAt, int y, int yAt) {
    rows(rows, from, count, samples.size());
    room("features", x, xAt, count, samples.inputs());
    room("targets", y, yAt, count, samples.outputs());
  }

  /** A copy of row numbers that all exist. */
  static int[] chosen(int[] rows, int size) {
    int[] chosen = given(rows, "array of row numbers").clone();
    rows(chosen, 0, chosen.length, size);
    return chosen;
  }

  /** Checks that an array has room for {@code count} rows from a place on. */
  static void room(String what, int length, int at, int count, int columns) {
    if (at < 0 || length - at < (long) count * columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The array of %s holds %d values%s, but %d rows of %d need %d.",
              what,
              length,
              at == 0 ? "" : " and is filled from place " + at + " on",
              count,
              columns,
              (long) count * columns));
    }
  }
}

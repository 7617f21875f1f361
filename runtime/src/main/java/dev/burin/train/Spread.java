package dev.burin.train;

import java.util.Locale;

/**
 * The column of features or targets whose numbers are farthest from 0, by their root mean square.
 *
 * @param column its number
 * @param size the root of the mean of its squares
 * @param min its least number
 * @param max its greatest number
 */
record Spread(int column, double size, double min, double max) {

  /** Scaled columns measure about 1. */
  private static final double LARGE = 10;

  static Spread of(Rows table) {
    double[] row = new double[table.columns()];
    double[] squares = new double[row.length];
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row);
      for (int j = 0; j < row.length; j++) {
        squares[j] += row[j] * row[j];
      }
    }
    int widest = 0;
    for (int j = 1; j < row.length; j++) {
      widest = squares[j] > squares[widest] ? j : widest;
    }
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < table.rows(); i++) {
      table.copyRow(i, row);
      min = Math.min(min, row[widest]);
      max = Math.max(max, row[widest]);
    }
    return new Spread(widest, Math.sqrt(squares[widest] / table.rows()), min, max);
  }

  boolean isLarge() {
    return size > LARGE;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "column %d runs from %s to %s", column, min, max);
  }
}

package dev.burin.data;

/** A table of doubles. */
public final class DoubleTable implements Table {

  private final int rows;
  private final int columns;
  private final double[] values;

  /**
   * A table over an array, which is not copied.
   *
   * @param values {@code [rows][columns]}, row-major; handed over, not written to any more
   * @throws IllegalArgumentException if rows is below 0, columns is below 1, or the array has not
   *     exactly {@code rows x columns} values
   */
  public DoubleTable(int rows, int columns, double[] values) {
    Checks.given(values, "array of values");
    Checks.shape(rows, columns, values.length);
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  /** The array itself, {@code [rows][columns]}, row-major; to be read only. */
  public double[] values() {
    return values;
  }

  @Override
  public double value(int row, int column) {
    return values[Checks.cell(row, column, rows, columns)];
  }

  @Override
  public void copyRow(int row, float[] to, int at) {
    Checks.row(row, rows);
    Checks.given(to, "array that a row is copied to");
    Checks.rowFits(to.length, at, columns);
    int from = row * columns;
    for (int i = 0; i < columns; i++) {
      to[at + i] = (float) values[from + i];
    }
  }

  @Override
  public void copyRow(int row, double[] to, int at) {
    Checks.row(row, rows);
    Checks.given(to, "array that a row is copied to");
    Checks.rowFits(to.length, at, columns);
    System.arraycopy(values, row * columns, to, at, columns);
  }

  @Override
  public DoubleTable select(int[] order) {
    Checks.given(order, "array of row numbers");
    Checks.rows(order, 0, order.length, rows);
    double[] selected = new double[Checks.elements(order.length, columns)];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(values, order[i] * columns, selected, i * columns, columns);
    }
    return new DoubleTable(order.length, columns, selected);
  }

  /** The shape, in one line. */
  @Override
  public String toString() {
    return "DoubleTable[" + rows + " x " + columns + "]";
  }
}

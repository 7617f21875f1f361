package dev.burin.data;

/**
 * Numbers in rows and columns, {@code [rows][columns]}, flat and row-major. A row is a sample.
 *
 * <p>A table is immutable by convention: it keeps the array that it is made from without a copy, so
 * whoever makes a table hands the array over and no longer writes to it. A table that nobody writes
 * to may be shared by threads.
 */
public sealed interface Table
    permits FloatTable, DoubleTable, ByteTable, MappedTable, TableView, JoinedTable {

  /** The number of rows, 0 or more. */
  int rows();

  /** The number of columns, 1 or more. */
  int columns();

  /**
   * One value.
   *
   * @throws IndexOutOfBoundsException if the table has no such row or column
   */
  double value(int row, int column);

  /**
   * Copies one row to {@code to[at]} and the places behind it, rounded to float; a double beyond
   * float becomes infinite, which {@code Trainer} and {@code Evaluation} refuse.
   *
   * @throws IndexOutOfBoundsException if there is no such row or too little room; nothing is copied
   */
  void copyRow(int row, float[] to, int at);

  /**
   * Copies one row to {@code to[at]} and the places behind it.
   *
   * @throws IndexOutOfBoundsException if there is no such row or too little room; nothing is copied
   */
  void copyRow(int row, double[] to, int at);

  /**
   * These rows in this order, without a copy of them; a row may be named more than once.
   *
   * @param rows row numbers; the array is copied
   * @throws IndexOutOfBoundsException if the table has no such row
   */
  default Table view(int[] rows) {
    return TableView.of(this, rows);
  }

  /**
   * A new table of copies of these rows in this order; a row may be named more than once.
   *
   * @throws IndexOutOfBoundsException if the table has no such row
   * @throws IllegalArgumentException if the result is larger than an array can be
   */
  Table select(int[] rows);
}

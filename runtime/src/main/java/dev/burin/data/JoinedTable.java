package dev.burin.data;

import java.util.Locale;

/** Two tables one below the other, which are not copied; {@link Dataset#and} makes one. */
public final class JoinedTable implements Table {

  private final Table above;
  private final Table below;
  private final int rows;

  private JoinedTable(Table above, Table below, int rows) {
    this.above = above;
    this.below = below;
    this.rows = rows;
  }

  static JoinedTable of(String what, Table above, Table below) {
    if (above.columns() != below.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The %s have %d columns and those to be added %d; both need as many.",
              what,
              above.columns(),
              below.columns()));
    }
    long rows = (long) above.rows() + below.rows();
    if (rows > Checks.LONGEST) {
      throw new IllegalArgumentException(
          "The " + what + " would have " + rows + " rows, more than " + Checks.LONGEST + ".");
    }
    return new JoinedTable(above, below, (int) rows);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return above.columns();
  }

  @Override
  public double value(int row, int column) {
    return part(row).value(place(row), column);
  }

  @Override
  public void copyRow(int row, float[] to, int at) {
    part(row).copyRow(place(row), to, at);
  }

  @Override
  public void copyRow(int row, double[] to, int at) {
    part(row).copyRow(place(row), to, at);
  }

  /** A table in double, which holds the numbers of all tables. */
  @Override
  public DoubleTable select(int[] order) {
    Checks.given(order, "array of row numbers");
    Checks.rows(order, 0, order.length, rows);
    double[] selected = new double[Checks.elements(order.length, columns())];
    for (int i = 0; i < order.length; i++) {
      copyRow(order[i], selected, i * columns());
    }
    return new DoubleTable(order.length, columns(), selected);
  }

  /** The shape, in one line. */
  @Override
  public String toString() {
    return "JoinedTable[" + above + " above " + below + "]";
  }

  private Table part(int row) {
    Checks.row(row, rows);
    return row < above.rows() ? above : below;
  }

  private int place(int row) {
    return row < above.rows() ? row : row - above.rows();
  }
}

package dev.burin.data;

/** Some rows of another table, in any order, which are not copied; {@link Table#view} makes one. */
public final class TableView implements Table {

  private final Table base;
  private final int[] chosen;

  private TableView(Table base, int[] chosen) {
    this.base = base;
    this.chosen = chosen;
  }

  /** A view of a view is one of what that looks at. */
  static TableView of(Table table, int[] rows) {
    int[] chosen = Checks.chosen(rows, table.rows());
    if (!(table instanceof TableView view)) {
      return new TableView(table, chosen);
    }
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = view.chosen[chosen[i]];
    }
    return new TableView(view.base, chosen);
  }

  @Override
  public int rows() {
    return chosen.length;
  }

  @Override
  public int columns() {
    return base.columns();
  }

  @Override
  public double value(int row, int column) {
    Checks.row(row, chosen.length);
    return base.value(chosen[row], column);
  }

  @Override
  public void copyRow(int row, float[] to, int at) {
    Checks.row(row, chosen.length);
    base.copyRow(chosen[row], to, at);
  }

  @Override
  public void copyRow(int row, double[] to, int at) {
    Checks.row(row, chosen.length);
    base.copyRow(chosen[row], to, at);
  }

  @Override
  public Table select(int[] rows) {
    return base.select(of(this, rows).chosen);
  }

  /** The shape, in one line. */
  @Override
  public String toString() {
    return "TableView[" + chosen.length + " rows of " + base + "]";
  }
}

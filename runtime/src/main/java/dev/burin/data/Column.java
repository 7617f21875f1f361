package dev.burin.data;

/** A column of a {@link Frame}: numbers or texts, of which some may be missing. */
public sealed interface Column permits NumberColumn, TextColumn {

  /** What it is called. */
  String name();

  /** The number of rows. */
  int size();

  /** Whether a cell is missing. */
  boolean isMissing(int row);

  /**
   * A cell as text, a whole number without a point.
   *
   * @throws IllegalArgumentException if the cell is missing
   */
  String text(int row);

  /**
   * The cells of these rows in this order; a row may be named more than once.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  Column select(int[] rows);

  /** The number of missing cells. */
  default int missing() {
    int missing = 0;
    for (int i = 0; i < size(); i++) {
      missing += isMissing(i) ? 1 : 0;
    }
    return missing;
  }
}

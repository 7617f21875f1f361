package dev.burin.data;

/** How one column becomes numbers, fitted. */
sealed interface Code permits NumberCode, CategoryCode {

  /** The column that it reads. */
  String column();

  /** How many numbers it gives. */
  int width();

  /**
   * Writes the numbers of a cell.
   *
   * @throws IllegalArgumentException if the cell has none
   */
  void encode(Cell cell, double[] to, int at);

  /** The refusal of a missing cell. */
  static IllegalArgumentException missing(Cell cell) {
    return new IllegalArgumentException(
        cell.place()
            + " is missing; fill it, leave the row out, or have missing(..) of the encoding say"
            + " what stands for it.");
  }
}

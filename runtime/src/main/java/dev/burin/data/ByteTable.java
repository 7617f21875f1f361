package dev.burin.data;

import java.util.Locale;

/**
 * A table of unsigned bytes over a divisor, such as the pixels of images: {@code (b & 255) /
 * divisor}, divided in the precision that is asked for. A quarter of the memory of floats.
 */
public final class ByteTable implements Table {

  /** Up to here every int is a float, so that the divisor is the same number in both precisions. */
  private static final int LARGEST_DIVISOR = 1 << 24;

  private final int rows;
  private final int columns;
  private final int divisor;
  private final byte[] bytes;

  private final Quotients quotients;

  /**
   * A table over an array, which is not copied.
   *
   * @param bytes {@code [rows][columns]}, row-major; handed over, not written to any more
   * @param divisor 1 to 16777216: 255 takes pixels to 0..1, 256 does so without any rounding, 1
   *     leaves them as they are
   * @throws IllegalArgumentException if rows is below 0, columns is below 1, the array has not
   *     exactly {@code rows x columns} bytes, or the divisor is out of range
   */
  public ByteTable(int rows, int columns, byte[] bytes, int divisor) {
    Checks.given(bytes, "array of bytes");
    Checks.shape(rows, columns, bytes.length);
    checkDivisor(divisor);
    this.rows = rows;
    this.columns = columns;
    this.divisor = divisor;
    this.bytes = bytes;
    this.quotients = new Quotients(divisor);
  }

  static void checkDivisor(int divisor) {
    if (divisor < 1 || divisor > LARGEST_DIVISOR) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "The divisor is %d, not 1 to %d.", divisor, LARGEST_DIVISOR));
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  /** What each byte is divided by. */
  public int divisor() {
    return divisor;
  }

  /** The array itself, {@code [rows][columns]}, row-major, unsigned; to be read only. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public double value(int row, int column) {
    return quotients.of(bytes[Checks.cell(row, column, rows, columns)]);
  }

  @Override
  public void copyRow(int row, float[] to, int at) {
    Checks.row(row, rows);
    Checks.given(to, "array that a row is copied to");
    Checks.rowFits(to.length, at, columns);
    quotients.copy(bytes, row * columns, to, at, columns);
  }

  @Override
  public void copyRow(int row, double[] to, int at) {
    Checks.row(row, rows);
    Checks.given(to, "array that a row is copied to");
    Checks.rowFits(to.length, at, columns);
    quotients.copy(bytes, row * columns, to, at, columns);
  }

  @Override
  public ByteTable select(int[] order) {
    Checks.given(order, "array of row numbers");
    Checks.rows(order, 0, order.length, rows);
    byte[] selected = new byte[Checks.elements(order.length, columns)];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(bytes, order[i] * columns, selected, i * columns, columns);
    }
    return new ByteTable(order.length, columns, selected, divisor);
  }

  /** The shape, in one line. */
  @Override
  public String toString() {
    return "ByteTable[" + rows + " x " + columns + " / " + divisor + "]";
  }
}

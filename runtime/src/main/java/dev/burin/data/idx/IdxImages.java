package dev.burin.data.idx;

import dev.burin.data.ByteTable;

/** Images of one size with one unsigned byte per pixel, as an IDX file of three dimensions. */
public final class IdxImages {

  private final int count;
  private final int rows;
  private final int columns;
  private final byte[] pixels;

  /** Images over an array, which is not copied and of which the reader has checked the length. */
  IdxImages(int count, int rows, int columns, byte[] pixels) {
    this.count = count;
    this.rows = rows;
    this.columns = columns;
    this.pixels = pixels;
  }

  /** The number of images, 0 or more. */
  public int count() {
    return count;
  }

  /** The height of an image in pixels, 1 or more. */
  public int rows() {
    return rows;
  }

  /** The width of an image in pixels, 1 or more. */
  public int columns() {
    return columns;
  }

  /** The array itself, {@code [count][rows][columns]}, row-major, unsigned; to be read only. */
  public byte[] pixels() {
    return pixels;
  }

  /**
   * The images as a table of {@code [count][rows * columns]} over the same array.
   *
   * @param divisor what each pixel is divided by, as in {@link ByteTable}
   * @throws IllegalArgumentException if the divisor is out of range
   */
  public ByteTable table(int divisor) {
    return new ByteTable(count, rows * columns, pixels, divisor);
  }

  /** How many images of which size, in one line. */
  @Override
  public String toString() {
    return "IdxImages[" + count + " of " + rows + " x " + columns + "]";
  }
}

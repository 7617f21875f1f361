package dev.burin.processor.emit;

/** Places in row-major arrays, and counts of rows in words. */
final class Rows {

  private Rows() {}

  /** The place of row {@code r} after the place {@code base}. */
  static String at(String base, int r, String stride) {
    return switch (r) {
      case 0 -> base;
      case 1 -> base + " + " + stride;
      default -> base + " + " + r + " * " + stride;
    };
  }

  /** {@code 1 sample}, {@code 2 samples}. */
  static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}

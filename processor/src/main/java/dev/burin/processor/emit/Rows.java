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

  /** A place some elements after another. */
  static String further(String base, int offset) {
    return offset == 0 ? base : base + " + " + offset;
  }

  /** {@code 1 sum stays}, {@code 2 sums stay}. */
  static String stay(int n, String what) {
    return count(n, what) + (n == 1 ? " stays" : " stay");
  }

  /** {@code 1 sample}, {@code 2 samples}. */
  static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}

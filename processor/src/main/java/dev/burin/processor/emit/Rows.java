package dev.burin.processor.emit;

/** Places in row-major arrays. */
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
}

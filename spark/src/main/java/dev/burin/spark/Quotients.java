package dev.burin.spark;

/** What bytes stand for that are divided, as {@link dev.burin.data.ByteTable} divides them. */
final class Quotients {

  private Quotients() {}

  /** The floats of all bytes, {@code [256]}, by their unsigned value. */
  static float[] of(int divisor) {
    float[] quotients = new float[1 << Byte.SIZE];
    for (int b = 0; b < quotients.length; b++) {
      quotients[b] = (float) b / divisor;
    }
    return quotients;
  }
}

package dev.burin.network;

/** Room in which raw samples become those that a pass reads; lent to one call at a time. */
final class FloatStaging {

  /** What batches pass through stays well below half a region of G1, and in the second cache. */
  private static final int MOST_BYTES = 1 << 18;

  final RawInputs raw;
  final float[] x;
  private final int inputs;

  private FloatStaging(int inputs, int rows) {
    this.inputs = inputs;
    this.x = new float[rows * inputs];
    this.raw =
        new RawInputs(Math.multiplyExact(Math.max(rows * Float.BYTES, Double.BYTES), inputs));
  }

  /** Room for one sample. */
  static FloatStaging one(int inputs) {
    return new FloatStaging(inputs, 1);
  }

  /** Room for some samples. */
  static FloatStaging some(int inputs) {
    return new FloatStaging(inputs, rows(inputs));
  }

  /** How many samples pass together. */
  static int rows(int inputs) {
    return Math.max(1, MOST_BYTES / Float.BYTES / inputs);
  }

  /** How many samples of a type pass together. */
  int rows(InputType type) {
    return Math.min(x.length, raw.length() / type.bytes()) / inputs;
  }
}

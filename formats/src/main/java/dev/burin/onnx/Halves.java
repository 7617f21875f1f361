package dev.burin.onnx;

/** Numbers of 16 bits: IEEE 754 binary16, and bfloat16, the upper half of a float. */
final class Halves {

  private Halves() {}

  /**
   * The nearest binary16 of a double. It is found by way of a float that is rounded to odd, so that
   * the second rounding sees all that the first one cut off.
   */
  static short nearest(double value) {
    return Float.floatToFloat16(toOdd(value));
  }

  /** The nearest bfloat16 of a double, ties to even. */
  static short nearestBrain(double value) {
    int bits = Float.floatToRawIntBits(toOdd(value));
    if (Double.isNaN(value)) {
      return (short) ((bits >>> 16) | 0x40);
    }
    return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
  }

  /** The float of a bfloat16. */
  static float ofBrain(short bits) {
    return Float.intBitsToFloat(bits << 16);
  }

  /** A float next to the value whose last bit is 1 where digits were lost. */
  private static float toOdd(double value) {
    float rounded = (float) value;
    if (rounded == value || Double.isNaN(value) || Float.isInfinite(rounded)) {
      return rounded;
    }
    float towardsZero =
        Math.abs((double) rounded) > Math.abs(value)
            ? Float.intBitsToFloat(Float.floatToRawIntBits(rounded) - 1)
            : rounded;
    return Float.intBitsToFloat(Float.floatToRawIntBits(towardsZero) | 1);
  }
}

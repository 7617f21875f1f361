package dev.burin.safetensors;

import java.nio.ByteBuffer;

/** Rounds numbers to the types of a file: to the nearest, and to the even one of two as near. */
public final class Narrowing {

  private static final int BFLOAT_SHIFT = 16;

  private Narrowing() {}

  /**
   * Writes a number.
   *
   * @param type one that {@link Widening#knows} says true of
   * @param to little-endian, with room
   */
  public static void write(TensorType type, double value, ByteBuffer to) {
    switch (type) {
      case I8 -> to.put((byte) Math.rint(value));
      case F16 -> to.putShort(Float.floatToFloat16(odd(value)));
      case BF16 -> to.putShort(bfloat(odd(value)));
      case F32 -> to.putFloat((float) value);
      case F64 -> to.putDouble(value);
      case BOOL, U8, F8_E5M2, F8_E4M3, I16, U16, I32, U32, I64, U64 ->
          throw new IllegalArgumentException("Numbers of type " + type + " are not written.");
    }
  }

  /** What is read again of a number that is written in a type of floats. */
  public static double rounded(TensorType type, double value) {
    return switch (type) {
      case F16 -> Float.float16ToFloat(Float.floatToFloat16(odd(value)));
      case BF16 -> Float.intBitsToFloat(bfloat(odd(value)) << BFLOAT_SHIFT);
      case F32 -> (float) value;
      case F64 -> value;
      case I8, BOOL, U8, F8_E5M2, F8_E4M3, I16, U16, I32, U32, I64, U64 ->
          throw new IllegalArgumentException("Numbers of type " + type + " are no floats.");
    };
  }

  /**
   * A float between which and the number there is none, odd where the number is no float: what is
   * rounded to fewer bits after that comes out as if it had been rounded once.
   */
  private static float odd(double value) {
    float near = (float) value;
    if (near == value || Float.isNaN(near)) {
      return near;
    }
    boolean away = Math.abs((double) near) > Math.abs(value);
    int bits = Float.floatToRawIntBits(near) - (away ? 1 : 0);
    return Float.intBitsToFloat(bits | 1);
  }

  /** The upper half of a float, rounded to nearest even; a NaN stays one. */
  private static short bfloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) ((bits >>> BFLOAT_SHIFT) | 0x40);
    }
    int even = (bits >>> BFLOAT_SHIFT) & 1;
    return (short) ((bits + 0x7fff + even) >>> BFLOAT_SHIFT);
  }
}

package dev.burin.safetensors;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** Makes doubles of the numbers of a file, without rounding any. */
public final class Widening {

  private static final int BFLOAT_SHIFT = 16;

  private Widening() {}

  /** Whether numbers of a type can be widened: floats of 16 to 64 bits, and bytes with a sign. */
  public static boolean knows(TensorType type) {
    return switch (type) {
      case I8, F16, BF16, F32, F64 -> true;
      case BOOL, U8, F8_E5M2, F8_E4M3, I16, U16, I32, U32, I64, U64 -> false;
    };
  }

  /**
   * Reads numbers.
   *
   * @param type one that {@link #knows} says true of
   * @param from little-endian, with {@code count} numbers from its position on, which it moves
   * @param to receives them from its beginning on
   */
  public static void read(TensorType type, ByteBuffer from, double[] to, int count) {
    switch (type) {
      case I8 -> bytes(from, to, count);
      case F16 -> halves(from.asShortBuffer(), to, count);
      case BF16 -> bfloats(from.asShortBuffer(), to, count);
      case F32 -> floats(from.asFloatBuffer(), to, count);
      case F64 -> doubles(from.asDoubleBuffer(), to, count);
      case BOOL, U8, F8_E5M2, F8_E4M3, I16, U16, I32, U32, I64, U64 ->
          throw new IllegalArgumentException("Numbers of type " + type + " are not read.");
    }
    from.position(from.position() + count * type.bytes());
  }

  private static void bytes(ByteBuffer from, double[] to, int count) {
    int at = from.position();
    for (int i = 0; i < count; i++) {
      to[i] = from.get(at + i);
    }
  }

  private static void halves(ShortBuffer from, double[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = Float.float16ToFloat(from.get(i));
    }
  }

  private static void bfloats(ShortBuffer from, double[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = Float.intBitsToFloat(from.get(i) << BFLOAT_SHIFT);
    }
  }

  private static void floats(FloatBuffer from, double[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = from.get(i);
    }
  }

  private static void doubles(DoubleBuffer from, double[] to, int count) {
    from.get(to, 0, count);
  }
}

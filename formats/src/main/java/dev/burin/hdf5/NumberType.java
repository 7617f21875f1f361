package dev.burin.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A type of numbers that is read.
 *
 * @param size in bytes: 1, 2, 4 or 8
 */
record NumberType(Kind kind, int size, ByteOrder order) {

  enum Kind {
    SIGNED,
    UNSIGNED,
    FLOAT
  }

  boolean isWhole() {
    return kind != Kind.FLOAT;
  }

  /** A whole number; an unsigned one of 8 bytes keeps its bits, and is below 0 past 63 bits. */
  long whole(ByteBuffer raw, int at) {
    long signed =
        switch (size) {
          case 1 -> raw.get(at);
          case 2 -> raw.getShort(at);
          case 4 -> raw.getInt(at);
          default -> raw.getLong(at);
        };
    return kind == Kind.UNSIGNED && size < 8 ? signed & (-1L >>> (64 - 8 * size)) : signed;
  }

  /** A number that is not whole, which every double can hold. */
  double real(ByteBuffer raw, int at) {
    return switch (size) {
      case 2 -> Float.float16ToFloat(raw.getShort(at));
      case 4 -> raw.getFloat(at);
      default -> raw.getDouble(at);
    };
  }

  /** How a whole number is written. */
  String text(long whole) {
    return kind == Kind.UNSIGNED ? Long.toUnsignedString(whole) : Long.toString(whole);
  }

  /** NumPy's name of the type. */
  @Override
  public String toString() {
    String name =
        switch (kind) {
          case SIGNED -> "int";
          case UNSIGNED -> "uint";
          case FLOAT -> "float";
        };
    return name + 8 * size;
  }
}

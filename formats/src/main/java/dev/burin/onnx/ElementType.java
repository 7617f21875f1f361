package dev.burin.onnx;

import org.jspecify.annotations.Nullable;

/** The types of the elements of a tensor whose values are read; {@code DataType} of onnx.proto. */
enum ElementType {
  FLOAT(1, 4),
  UINT8(2, 1),
  INT8(3, 1),
  UINT16(4, 2),
  INT16(5, 2),
  INT32(6, 4),
  INT64(7, 8),
  BOOL(9, 1),
  FLOAT16(10, 2),
  DOUBLE(11, 8),
  UINT32(12, 4),
  UINT64(13, 8),
  BFLOAT16(16, 2);

  private final int number;
  private final int bytes;

  ElementType(int number, int bytes) {
    this.number = number;
    this.bytes = bytes;
  }

  /** The type of a number in a file, or null where its values are not read. */
  static @Nullable ElementType of(long number) {
    for (ElementType type : values()) {
      if (type.number == number) {
        return type;
      }
    }
    return null;
  }

  /** The number of any type in words. */
  static String shown(long number) {
    ElementType type = of(number);
    if (type != null) {
      return type.name();
    }
    if (number == 8) {
      return "STRING";
    }
    if (number == 14 || number == 15) {
      return number == 14 ? "COMPLEX64" : "COMPLEX128";
    }
    return "element type " + number;
  }

  int number() {
    return number;
  }

  /** The bytes of one element. */
  int bytes() {
    return bytes;
  }

  /** Whether it holds fractions. */
  boolean floating() {
    return switch (this) {
      case FLOAT, DOUBLE, FLOAT16, BFLOAT16 -> true;
      case UINT8, INT8, UINT16, INT16, INT32, INT64, BOOL, UINT32, UINT64 -> false;
    };
  }

  /** The number that an element of this type becomes: rounded, or cut to a whole number. */
  double convert(double value) {
    return switch (this) {
      case DOUBLE -> value;
      case FLOAT -> (float) value;
      case FLOAT16 -> Float.float16ToFloat(Halves.nearest(value));
      case BFLOAT16 -> Halves.ofBrain(Halves.nearestBrain(value));
      case BOOL -> value == 0 ? 0 : 1;
      case INT8 -> (byte) (long) value;
      case UINT8 -> (long) value & 0xff;
      case INT16 -> (short) (long) value;
      case UINT16 -> (long) value & 0xffff;
      case INT32 -> (int) (long) value;
      case UINT32 -> (long) value & 0xffffffffL;
      case INT64, UINT64 -> (double) (long) value;
    };
  }
}

package dev.burin.data.npy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The element types that are read and written, by NumPy's names. */
public enum NpyType {
  /** Half precision, IEEE binary16. */
  F2(2),
  /** Single precision. */
  F4(4),
  /** Double precision. */
  F8(8),
  /** Signed, 8 bits. */
  I1(1),
  /** Signed, 16 bits. */
  I2(2),
  /** Signed, 32 bits. */
  I4(4),
  /** Signed, 64 bits. */
  I8(8),
  /** Unsigned, 8 bits. */
  U1(1),
  /** Unsigned, 16 bits. */
  U2(2),
  /** Unsigned, 32 bits. */
  U4(4),
  /** Unsigned, 64 bits. */
  U8(8),
  /** False or true, a byte of 0 or 1. */
  B1(1);

  private final int bytes;

  NpyType(int bytes) {
    this.bytes = bytes;
  }

  /** The bytes of one element. */
  public int bytes() {
    return bytes;
  }

  /** NumPy's name for the little-endian form, such as {@code <f4}. */
  String descr() {
    return (bytes == 1 ? "|" : "<") + name().toLowerCase(Locale.ROOT);
  }

  /** The type of a name without its byte order, or null if it is none of these. */
  static @Nullable NpyType of(String name) {
    for (NpyType type : values()) {
      if (type.descr().endsWith(name) && name.length() == 2) {
        return type;
      }
    }
    return null;
  }
}

package dev.burin.data.idx;

import org.jspecify.annotations.Nullable;

/** The element types of IDX files; those of more than one byte are big-endian. */
public enum IdxType {
  /** 0 to 255, type 0x08. */
  UNSIGNED_BYTE(0x08, 1),
  /** -128 to 127, type 0x09. */
  BYTE(0x09, 1),
  /** 16 bits with a sign, type 0x0b. */
  SHORT(0x0b, 2),
  /** 32 bits with a sign, type 0x0c. */
  INT(0x0c, 4),
  /** IEEE binary32, type 0x0d. */
  FLOAT(0x0d, 4),
  /** IEEE binary64, type 0x0e. */
  DOUBLE(0x0e, 8);

  private final int code;
  private final int bytes;

  IdxType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** The bytes of one element. */
  public int bytes() {
    return bytes;
  }

  /** The third byte of the magic number. */
  int code() {
    return code;
  }

  static @Nullable IdxType of(int code) {
    for (IdxType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return null;
  }
}

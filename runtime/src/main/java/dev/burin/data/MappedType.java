package dev.burin.data;

/** The elements of a {@link MappedTable}, little-endian in the file. */
public enum MappedType {
  /** IEEE binary32. */
  FLOAT(4),
  /** IEEE binary64. */
  DOUBLE(8),
  /** 0 to 255, over a divisor. */
  UNSIGNED_BYTE(1);

  private final int bytes;

  MappedType(int bytes) {
    this.bytes = bytes;
  }

  /** The bytes of one element. */
  public int bytes() {
    return bytes;
  }
}

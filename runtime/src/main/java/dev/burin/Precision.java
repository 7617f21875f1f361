package dev.burin;

/** The element type of a network: its weights, inputs, outputs and every sum. */
public enum Precision {
  /** 32 bits: {@code float}. */
  FLOAT(4),
  /** 64 bits: {@code double}. */
  DOUBLE(8);

  private final int bytes;

  Precision(int bytes) {
    this.bytes = bytes;
  }

  /** The size of one element in bytes. */
  public int bytes() {
    return bytes;
  }
}

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

  /**
   * The smallest standard deviation that weights can start with: below it draws lose digits or
   * become 0.
   */
  public double leastScale() {
    return switch (this) {
      case FLOAT -> Float.MIN_NORMAL;
      case DOUBLE -> Double.MIN_NORMAL;
    };
  }

  /**
   * The greatest standard deviation that weights can start with: no draw of {@link
   * java.util.Random#nextGaussian} is as far as 16 deviations from 0, so none becomes infinite.
   */
  public double greatestScale() {
    return switch (this) {
      case FLOAT -> Float.MAX_VALUE / 16;
      case DOUBLE -> Double.MAX_VALUE / 16;
    };
  }

  /** The size of one element in bytes. */
  public int bytes() {
    return bytes;
  }
}

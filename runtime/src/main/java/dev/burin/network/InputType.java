package dev.burin.network;

import java.util.Locale;

/**
 * How the numbers of a sample lie in memory, where they are no array of the precision of the
 * network: in a {@link java.lang.foreign.MemorySegment}, a {@link java.nio.ByteBuffer} or an array
 * of bytes; little-endian, at any address.
 */
public enum InputType {
  /** 64 bits, the inputs as the network reads them; a float network rounds them to nearest. */
  DOUBLE(Double.BYTES),

  /** 32 bits, the inputs as the network reads them. */
  FLOAT(Float.BYTES),

  /** 16 bits, IEEE 754 binary16, the inputs as the network reads them; widened without loss. */
  HALF(Short.BYTES),

  /**
   * 8 bits, 0 to 255, such as pixels: raw, so that the {@link NeuralNetwork#inputScaling()} of the
   * network makes inputs of them.
   */
  UNSIGNED_BYTE(1);

  private final int bytes;

  InputType(int bytes) {
    this.bytes = bytes;
  }

  /** The bytes of a number. */
  public int bytes() {
    return bytes;
  }

  /** What messages call such numbers. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

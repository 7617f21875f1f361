package dev.burin.network;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/**
 * Answers of a float network to samples as they lie in memory, with the bits that it gives to an
 * array of the same numbers. Nothing is allocated once each thread has been served; {@link
 * FloatNetwork#reading(InputType)} gives it.
 *
 * <p>Places are counted in bytes, and from the beginning of a buffer, whatever its position; its
 * byte order makes no difference, as numbers are little-endian.
 */
public final class FloatReading {

  private final FloatNetwork network;
  private final InputType type;

  FloatReading(FloatNetwork network, InputType type) {
    this.network = network;
    this.type = type;
  }

  /** One for each type. */
  static Map<InputType, FloatReading> all(FloatNetwork network) {
    Map<InputType, FloatReading> all = new EnumMap<>(InputType.class);
    for (InputType type : InputType.values()) {
      all.put(type, new FloatReading(network, type));
    }
    return all;
  }

  /** How the numbers lie in memory. */
  public InputType type() {
    return type;
  }

  /**
   * The outputs for n samples.
   *
   * @param x holds {@code [n][in]}, row-major, from byte xAt on; other memory than that of out
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n][out]}, row-major, from element outAt on
   * @throws IllegalArgumentException if n or a place is negative, or if there is less room
   * @throws IllegalStateException if bytes are to be scaled and the network does not know how, if
   *     the segment is closed, or as {@link FloatNetwork#beginReading()} and {@link
   *     FloatNetwork#endReading(int)} say
   */
  public void outputs(MemorySegment x, long xAt, int n, float[] out, int outAt) {
    outputsOf(x, xAt, n, out, outAt);
  }

  /**
   * {@link #outputs(MemorySegment, long, int, float[], int)} for samples in a buffer, direct or
   * not.
   */
  public void outputs(ByteBuffer x, int xAt, int n, float[] out, int outAt) {
    network.answers().outputs(network, type, x, xAt, n, out, outAt);
  }

  /** {@link #outputs(MemorySegment, long, int, float[], int)} for samples in an array. */
  public void outputs(byte[] x, int xAt, int n, float[] out, int outAt) {
    network.answers().outputs(network, type, x, xAt, n, out, outAt);
  }

  /**
   * {@link #outputs(MemorySegment, long, int, float[], int)} of memory of any of the three kinds;
   * for the rooms of Burin, not for users.
   */
  public void outputsOf(Object x, long xAt, int n, float[] out, int outAt) {
    network.answers().outputs(network, type, x, xAt, n, out, outAt);
  }

  @Override
  public String toString() {
    return network + ", reading " + type;
  }
}

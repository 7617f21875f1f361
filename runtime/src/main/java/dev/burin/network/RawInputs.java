package dev.burin.network;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * Bytes of samples, copied from wherever they lie, and the inputs that become of them; for the
 * rooms of Burin that take samples for a network, not for users.
 *
 * <p>They are copied, and never read by a kernel where they lie: one copy of a few kilobytes costs
 * less than what is lost where the compiler does not know the class of a segment
 * (docs/graveyard.md), and a segment may belong to one thread or be closed while others compute.
 */
public final class RawInputs {

  private static final ValueLayout.OfShort SHORTS =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOATS =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLES =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final short[] NO_SHORTS = {};
  private static final float[] NO_FLOATS = {};
  private static final double[] NO_DOUBLES = {};

  private final byte[] bytes;
  private final MemorySegment view;

  // What numbers of other precisions pass through; made when the first of them comes.
  private short[] shorts = NO_SHORTS;
  private float[] floats = NO_FLOATS;
  private double[] doubles = NO_DOUBLES;

  /** Room for some bytes. */
  public RawInputs(int length) {
    this.bytes = new byte[length];
    this.view = MemorySegment.ofArray(bytes);
  }

  /** How many bytes fit. */
  int length() {
    return bytes.length;
  }

  /**
   * Copies some bytes, whose place was checked.
   *
   * @param from an array of bytes, a {@link ByteBuffer} or a {@link MemorySegment}
   */
  public void take(Object from, long at, int length) {
    if (from instanceof byte[] array) {
      System.arraycopy(array, (int) at, bytes, 0, length);
    } else if (from instanceof ByteBuffer buffer) {
      buffer.get((int) at, bytes, 0, length);
    } else {
      MemorySegment.copy((MemorySegment) from, ValueLayout.JAVA_BYTE, at, bytes, 0, length);
    }
  }

  /**
   * Makes inputs of the bytes that were taken.
   *
   * @param network whose inputs they become
   * @param count how many numbers: whole rows
   * @throws IllegalStateException if bytes are to be scaled and the network does not know how
   */
  public void decode(InputType type, NeuralNetwork network, int count, float[] to, int at) {
    switch (type) {
      case FLOAT -> MemorySegment.copy(view, FLOATS, 0, to, at, count);
      case UNSIGNED_BYTE -> scaling(network).scale(bytes, count, to, at);
      case HALF -> {
        short[] halves = shorts(count);
        for (int i = 0; i < count; i++) {
          to[at + i] = Float.float16ToFloat(halves[i]);
        }
      }
      case DOUBLE -> {
        doubles = doubles.length < count ? new double[count] : doubles;
        MemorySegment.copy(view, DOUBLES, 0, doubles, 0, count);
        for (int i = 0; i < count; i++) {
          to[at + i] = (float) doubles[i];
        }
      }
    }
  }

  /** {@link #decode(InputType, NeuralNetwork, int, float[], int)} for a network of doubles. */
  public void decode(InputType type, NeuralNetwork network, int count, double[] to, int at) {
    switch (type) {
      case DOUBLE -> MemorySegment.copy(view, DOUBLES, 0, to, at, count);
      case UNSIGNED_BYTE -> scaling(network).scale(bytes, count, to, at);
      case HALF -> {
        short[] halves = shorts(count);
        for (int i = 0; i < count; i++) {
          to[at + i] = Float.float16ToFloat(halves[i]);
        }
      }
      case FLOAT -> {
        floats = floats.length < count ? new float[count] : floats;
        MemorySegment.copy(view, FLOATS, 0, floats, 0, count);
        for (int i = 0; i < count; i++) {
          to[at + i] = floats[i];
        }
      }
    }
  }

  private short[] shorts(int count) {
    shorts = shorts.length < count ? new short[count] : shorts;
    MemorySegment.copy(view, SHORTS, 0, shorts, 0, count);
    return shorts;
  }

  private static InputScaling scaling(NeuralNetwork network) {
    InputScaling scaling = network.inputScaling();
    if (scaling == null) {
      throw new IllegalStateException(
          "The network does not know what becomes of raw bytes: no scaling was saved with its"
              + " weights; set one with inputScaling(InputScaling.over(255)), say.");
    }
    return scaling;
  }

  /**
   * Checks that some samples lie in memory.
   *
   * @param from an array of bytes, a {@link ByteBuffer} or a {@link MemorySegment}
   */
  public static void check(InputType type, Object from, long at, int n, int inputs) {
    Objects.requireNonNull(
        from, "The memory of the samples is null; give an array, a buffer or a segment.");
    long length =
        from instanceof byte[] array
            ? array.length
            : from instanceof ByteBuffer buffer
                ? buffer.limit()
                : ((MemorySegment) from).byteSize();
    Arguments.memory(type, length, at, n, inputs);
  }
}

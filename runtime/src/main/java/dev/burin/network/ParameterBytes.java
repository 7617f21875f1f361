package dev.burin.network;

import dev.burin.Precision;
import dev.burin.shape.LayerLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The parameters of a network as bytes, little-endian and in its precision, in the order of the
 * equations: the weights of a layer {@code [out][in]}, row-major, and its biases {@code [out]}.
 */
public final class ParameterBytes {

  /**
   * What passes together stays in the second cache: between 160 and 640 KB nothing could be told
   * from noise, 65 to 75 ms for 100 MB on a Zen 3.
   */
  public static final int MOST_BYTES = 1 << 19;

  private final NeuralNetwork network;
  private final Precision precision;
  private ByteBuffer buffer = ByteBuffer.allocate(0);

  /** Those of a network, which nobody trains or loads meanwhile. */
  public ParameterBytes(NeuralNetwork network) {
    this.network = network;
    this.precision = network.shape().precision();
  }

  /**
   * What is done with some bytes.
   *
   * @param <X> what it throws
   */
  @FunctionalInterface
  public interface Taker<X extends Exception> {

    /** Takes the bytes between the position and the limit, before it returns. */
    void take(ByteBuffer bytes) throws X;
  }

  /**
   * How many rows of weights pass together: panels or halves of them, so that no line of a cache is
   * moved for a part of it, where so many fit.
   */
  public static int together(LayerLayout layer, Precision precision) {
    int most = Math.clamp(MOST_BYTES / ((long) layer.in() * precision.bytes()), 1, layer.out());
    int half = layer.panel() / 2;
    return most < half ? most : most / half * half;
  }

  /** Visits the weights of a layer, some whole rows at a time. */
  public <X extends Exception> void weights(LayerLayout layer, Taker<X> taker) throws X {
    int row = layer.in() * precision.bytes();
    int together = together(layer, precision);
    for (int j = 0; j < layer.out(); j += together) {
      int rows = Math.min(together, layer.out() - j);
      network.weights(layer, j, rows, empty(rows * row));
      taker.take(buffer.flip());
    }
  }

  /** Visits the biases of a layer. */
  public <X extends Exception> void biases(LayerLayout layer, Taker<X> taker) throws X {
    ByteBuffer to = empty(layer.out() * precision.bytes());
    for (int j = 0; j < layer.out(); j++) {
      double b = network.parameter(layer.bias(j));
      switch (precision) {
        case FLOAT -> to.putFloat((float) b);
        case DOUBLE -> to.putDouble(b);
      }
    }
    taker.take(to.flip());
  }

  private ByteBuffer empty(int bytes) {
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
    return buffer.clear();
  }
}

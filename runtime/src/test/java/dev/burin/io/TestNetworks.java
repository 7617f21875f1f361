package dev.burin.io;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.Dense;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Networks and bytes for the tests of this package. */
final class TestNetworks {

  private TestNetworks() {}

  static NetworkShape shape(Precision precision, int... widths) {
    LayerShape[] layers = new LayerShape[widths.length - 1];
    for (int l = 1; l < widths.length; l++) {
      Activation activation = l == layers.length ? Activation.SIGMOID : Activation.RELU;
      layers[l - 1] = LayerShape.of(widths[l - 1], widths[l], activation);
    }
    return NetworkShape.of(Loss.BINARY_CROSS_ENTROPY, precision, layers);
  }

  /** A network whose weights are set to 0. */
  static FloatNetwork floats(int... widths) {
    NetworkShape shape = shape(Precision.FLOAT, widths);
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.parameters(new float[network.layout().length()]);
    return network;
  }

  /** A network with a leaky first layer whose weights are set to 0. */
  static FloatNetwork sloped(double slope) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY,
            Precision.FLOAT,
            LayerShape.of(3, 2, Activation.LEAKY_RELU).slope(slope),
            LayerShape.of(2, 1, Activation.SIGMOID));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.parameters(new float[network.layout().length()]);
    return network;
  }

  /** A network whose weights are set to 0. */
  static DoubleNetwork doubles(int... widths) {
    NetworkShape shape = shape(Precision.DOUBLE, widths);
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    network.parameters(new double[network.layout().length()]);
    return network;
  }

  static NeuralNetwork of(Precision precision, int... widths) {
    return switch (precision) {
      case FLOAT -> floats(widths);
      case DOUBLE -> doubles(widths);
    };
  }

  /** Random weights and biases, with the awkward finite numbers among them. */
  static <N extends NeuralNetwork> N filled(N network, long seed) {
    Random random = new Random(seed);
    double[] awkward = {
      -0.0, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, Float.MIN_NORMAL, 1 + 0x1p-23
    };
    for (LayerLayout layer : network.layout().layers()) {
      Dense dense = layer.dense();
      dense.forEachWeight(
          (j, k, at) -> {
            boolean odd = random.nextInt(8) == 0;
            network.parameter(at, odd ? awkward[random.nextInt(6)] : random.nextGaussian());
          });
      dense.forEachBias((j, at) -> network.parameter(at, random.nextGaussian()));
    }
    return network;
  }

  /** Random weights and biases from -1 to 1. */
  static <N extends NeuralNetwork> N drawn(N network, long seed) {
    Random random = new Random(seed);
    for (LayerLayout layer : network.layout().layers()) {
      layer.dense().forEach(at -> network.parameter(at, random.nextDouble(-1, 1)));
    }
    return network;
  }

  /** A network of floats without weights. */
  static FloatNetwork unset(int... widths) {
    return floats(widths).another();
  }

  /** All parameters, the padding too, as bits. */
  static long[] bits(NeuralNetwork network) {
    long[] bits = new long[network.layout().length()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToRawLongBits(network.parameter(i));
    }
    return bits;
  }

  /** A file from a header and its data. */
  static byte[] file(String header, byte[] data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(data)
        .array();
  }

  /** Little-endian floats. */
  static byte[] data(float... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      buffer.putFloat(value);
    }
    return buffer.array();
  }
}

package dev.burin.network;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;

/** Networks whose answers can be told from their inputs. */
final class Nets {

  private Nets() {}

  static NetworkShape shape(Precision precision, int in, Activation last, int out) {
    Loss loss = last == Activation.SOFTMAX ? Loss.CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
    return NetworkShape.of(loss, precision, LayerShape.of(in, out, last));
  }

  static FloatNetwork floats(int in, Activation last, int out) {
    NetworkShape shape = shape(Precision.FLOAT, in, last, out);
    return new FloatNetwork("Judge", shape, new FloatTwin(shape));
  }

  static DoubleNetwork doubles(int in, Activation last, int out) {
    NetworkShape shape = shape(Precision.DOUBLE, in, last, out);
    return new DoubleNetwork("Judge", shape, new DoubleTwin(shape));
  }

  /** As many outputs as inputs, of which each is {@code scale} times its input. */
  static <N extends NeuralNetwork> N scaling(N network, double scale) {
    LayerLayout layer = network.layout().layer(1);
    for (int j = 0; j < layer.out(); j++) {
      network.parameter(layer.weight(j, j), scale);
    }
    return network;
  }
}

package dev.burin.train;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Random;

/** Small data and networks for the tests of this package. */
final class Samples {

  private Samples() {}

  static Dataset of(int in, float[] x, int out, float[] y) {
    return new Dataset(
        new FloatTable(x.length / in, in, x), new FloatTable(y.length / out, out, y));
  }

  static Dataset xor() {
    return of(2, new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 1, new float[] {0, 1, 1, 0});
  }

  /** Random inputs in [-1, 1) with the target 1 where their sum is positive. */
  static Dataset halves(int n, int in, long seed) {
    Random random = new Random(seed);
    float[] x = new float[n * in];
    float[] y = new float[n];
    for (int s = 0; s < n; s++) {
      float sum = 0;
      for (int k = 0; k < in; k++) {
        x[s * in + k] = random.nextFloat() * 2 - 1;
        sum += x[s * in + k];
      }
      y[s] = sum > 0 ? 1 : 0;
    }
    return of(in, x, 1, y);
  }

  static FloatNetwork floats(int in, int hidden, long seed) {
    NetworkShape shape = shape(in, hidden, Precision.FLOAT);
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(seed);
    return network;
  }

  static DoubleNetwork doubles(int in, int hidden, long seed) {
    NetworkShape shape = shape(in, hidden, Precision.DOUBLE);
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    network.initialize(seed);
    return network;
  }

  /** One layer without activation under half the mean squared error: a straight line. */
  static FloatNetwork line() {
    NetworkShape shape =
        NetworkShape.of(
            Loss.HALF_MEAN_SQUARED_ERROR,
            Precision.FLOAT,
            LayerShape.of(1, 1, Activation.IDENTITY));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.parameters(new float[network.layout().length()]);
    return network;
  }

  /** A plane over some inputs under half the mean squared error, from seed 1. */
  static FloatNetwork linear(int in) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.HALF_MEAN_SQUARED_ERROR,
            Precision.FLOAT,
            LayerShape.of(in, 1, Activation.IDENTITY));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(1);
    return network;
  }

  /** One layer of SOFTMAX from seed 1. */
  static FloatNetwork classes(int in, int out) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.CROSS_ENTROPY, Precision.FLOAT, LayerShape.of(in, out, Activation.SOFTMAX));
    FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
    network.initialize(1);
    return network;
  }

  private static NetworkShape shape(int in, int hidden, Precision precision) {
    return NetworkShape.of(
        Loss.BINARY_CROSS_ENTROPY,
        precision,
        LayerShape.of(in, hidden, Activation.TANH),
        LayerShape.of(hidden, 1, Activation.SIGMOID));
  }
}

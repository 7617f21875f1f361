package dev.burin.serve;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.LayerShape;
import dev.burin.kernel.NetworkShape;
import java.util.Random;

/** Networks to serve. */
final class Networks {

  static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR,
          Precision.FLOAT,
          LayerShape.of(5, 7, Activation.TANH),
          LayerShape.of(7, 3, Activation.SIGMOID));

  private Networks() {}

  static FloatNetwork seeded(long seed) {
    FloatNetwork network = new FloatNetwork("Served", SHAPE, new FloatTwin(SHAPE));
    network.initialize(seed);
    return network;
  }

  /** {@code [n][5]}. */
  static float[] samples(int n, long seed) {
    Random random = new Random(seed);
    float[] x = new float[n * 5];
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat() - 0.5f;
    }
    return x;
  }
}

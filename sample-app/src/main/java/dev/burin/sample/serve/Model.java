package dev.burin.sample.serve;

import dev.burin.network.FloatNetwork;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.FloatServed;
import dev.burin.shape.NetworkShape;

/**
 * What is served.
 *
 * @param name what paths and answers call it
 * @param served the network, whose weights may change
 * @param predictor asks it
 */
public record Model(String name, FloatServed<?> served, FloatPredictor predictor) {

  /** Rows that one pass takes: a carrier thread of virtual ones is not held for longer. */
  private static final int PASS = 256;

  /** What every network of this service has in common. */
  NetworkShape shape() {
    return network().shape();
  }

  /** The network that answers now. */
  FloatNetwork network() {
    return served.get().network();
  }

  /**
   * The outputs of some samples, all of one network.
   *
   * @param x {@code [n][in]}, row-major, of finite numbers
   * @param n the number of samples, 1 or more
   * @return {@code [n][out]}, row-major
   */
  @SuppressWarnings("ThreadPriorityCheck") // Yielding is a matter of speed alone.
  float[] outputs(float[] x, int n) {
    NetworkShape shape = shape();
    float[] out = new float[Math.multiplyExact(n, shape.outputs())];
    if (n == 1) {
      predictor.predict(x, 0, out, 0);
    } else {
      FloatNetwork network = network();
      for (int row = 0; row < n; row += PASS) {
        int rows = Math.min(PASS, n - row);
        network.outputs(x, row * shape.inputs(), rows, out, row * shape.outputs());
        if (row + rows < n) {
          Thread.yield();
        }
      }
    }
    for (int i = 0; i < out.length; i++) {
      if (!Float.isFinite(out[i])) {
        throw new RequestException(
            422,
            "The sums of row "
                + i / shape.outputs()
                + " are larger than a float holds, so that its output is "
                + out[i]
                + "; give smaller inputs.");
      }
    }
    return out;
  }
}

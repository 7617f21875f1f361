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
 * @param records how records become inputs, by the notes of the weights
 */
public record Model(
    String name, FloatServed<?> served, FloatPredictor predictor, RecordsOf records) {

  /** Rows that one pass takes: a carrier thread of virtual ones is not held for longer. */
  private static final int PASS = 256;

  /** A model whose records are those that an encoding among the notes reads. */
  public Model(String name, FloatServed<?> served, FloatPredictor predictor) {
    this(name, served, predictor, EncodedRecords::of);
  }

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
  float[] outputs(float[] x, int n) {
    if (n > 1) {
      return outputs(network(), x, n);
    }
    float[] out = new float[shape().outputs()];
    predictor.predict(x, 0, out, 0);
    return finite(out);
  }

  /** {@link #outputs(float[], int)} of a network that the inputs were made for. */
  @SuppressWarnings("ThreadPriorityCheck") // Yielding is a matter of speed alone.
  float[] outputs(FloatNetwork network, float[] x, int n) {
    NetworkShape shape = shape();
    float[] out = new float[Math.multiplyExact(n, shape.outputs())];
    for (int row = 0; row < n; row += PASS) {
      int rows = Math.min(PASS, n - row);
      network.outputs(x, row * shape.inputs(), rows, out, row * shape.outputs());
      if (row + rows < n) {
        Thread.yield();
      }
    }
    return finite(out);
  }

  private float[] finite(float[] out) {
    NetworkShape shape = shape();
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

package dev.burin.kernel;

import dev.burin.Loss;
import java.util.Arrays;

/**
 * Computes costs and gradients of one network on batches; nothing is allocated after construction.
 * One thread at a time may use an object of this class.
 */
public final class FloatTraining {

  private final FloatNetwork network;
  private final float[] gradient;
  private final FloatWorkspace ws;
  private final Crew crew;

  /**
   * Room for batches of up to {@code batch} samples.
   *
   * @param threads how many threads share the work; the bits do not depend on it
   * @throws IllegalArgumentException if batch or threads is below 1
   */
  public FloatTraining(FloatNetwork network, int batch, int threads) {
    if (batch < 1) {
      throw new IllegalArgumentException("The batch is " + batch + " samples, not 1 or more.");
    }
    this.network = network;
    this.gradient = new float[network.layout().length()];
    this.ws =
        FloatWorkspace.forTraining(
            network.layout(), Chunks.trainingRows(network.layout(), batch));
    this.crew = new Crew(threads);
  }

  /** The gradient of the last call, laid out as the parameters; rewritten by the next call. */
  public float[] gradient() {
    return gradient;
  }

  /**
   * The cost of n samples, and their gradient in {@link #gradient()}.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @param n the number of samples, at least 1; any number, whatever the room
   * @return the mean cost, as {@link Loss} defines it
   * @throws IllegalArgumentException if n is below 1 or an array is too short
   */
  public double gradient(float[] x, float[] y, int n) {
    NetworkShape shape = network.shape();
    check(x, y, n);
    FloatKernels kernels = network.kernels();
    float[] p = network.parameters();
    float factor = (float) Losses.factor(shape, n);
    Arrays.fill(gradient, 0);
    crew.run((part, parts) -> kernels.transpose(p, ws, part, parts));
    double sum = 0;
    for (int done = 0; done < n; done += ws.rows()) {
      int rows = Math.min(ws.rows(), n - done);
      int xAt = done * shape.inputs();
      int yAt = done * shape.outputs();
      crew.run(
          (part, parts) -> {
            int from = Crew.bound(rows, part, parts);
            int to = Crew.bound(rows, part + 1, parts);
            kernels.forward(p, x, xAt, from, to, ws);
            kernels.lossGradient(y, yAt, factor, from, to, ws);
            kernels.backward(p, from, to, ws);
          });
      crew.run(
          (part, parts) -> kernels.weightGradient(x, xAt, rows, gradient, ws, part, parts));
      for (int row = 0; row < rows; row++) {
        sum += ws.loss[row];
      }
    }
    return sum * Losses.mean(shape, n);
  }

  /**
   * The cost of n samples without a gradient.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @throws IllegalArgumentException if n is below 1 or an array is too short
   */
  public double cost(float[] x, float[] y, int n) {
    NetworkShape shape = network.shape();
    check(x, y, n);
    FloatKernels kernels = network.kernels();
    double sum = 0;
    for (int done = 0; done < n; done += ws.rows()) {
      int rows = Math.min(ws.rows(), n - done);
      kernels.forward(network.parameters(), x, done * shape.inputs(), 0, rows, ws);
      kernels.lossGradient(y, done * shape.outputs(), 1, 0, rows, ws);
      for (int row = 0; row < rows; row++) {
        sum += ws.loss[row];
      }
    }
    return sum * Losses.mean(shape, n);
  }

  private void check(float[] x, float[] y, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("The batch is " + n + " samples, not 1 or more.");
    }
    Arguments.room("inputs", x.length, n, network.shape().inputs());
    Arguments.room("targets", y.length, n, network.shape().outputs());
  }
}

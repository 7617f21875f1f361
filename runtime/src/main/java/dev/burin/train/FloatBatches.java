package dev.burin.train;

import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.data.Samples;
import dev.burin.data.Shuffle;
import dev.burin.kernel.FloatStep;
import dev.burin.network.FloatBatch;
import dev.burin.network.FloatTraining;

/**
 * The batches of samples that a float network learns from. They are read in chunks, right before
 * they are used; a batch of all samples that lie as the network reads them is not copied at all.
 */
final class FloatBatches implements FloatGradients, FloatBatch {

  private static final float[] NONE = {};

  private final Samples samples;
  private final FloatTraining training;
  private final float[] x;
  private final float[] y;
  private final float[] weights;
  private int[] order = {};
  private int first;
  private double total;

  /**
   * Batches of some size.
   *
   * @param training computes them, with room for such a batch
   */
  FloatBatches(Samples samples, int batch, FloatTraining training) {
    this.samples = samples;
    this.training = training;
    int n = samples.size();
    weights = samples.weights().isNone() ? NONE : new float[batch];
    if (batch == n
        && samples instanceof Dataset data
        && data.features() instanceof FloatTable all) {
      x = all.values();
      y = new float[Fit.elements("targets", n, samples.outputs())];
      float[] row = new float[samples.inputs()];
      int[] rows = Shuffle.identity(n);
      for (int i = 0; i < n; i++) {
        samples.copy(rows, i, 1, row, 0, y, i * samples.outputs());
      }
    } else {
      x = NONE;
      y = NONE;
    }
  }

  @Override
  public void choose(int[] rows, int from, int count) {
    order = rows;
    first = from;
    total = count;
    if (weights.length > 0) {
      total = 0;
      for (int i = 0; i < count; i++) {
        weights[i] = (float) samples.weights().get(rows[from + i]);
        total += weights[i];
      }
    }
  }

  @Override
  public double total() {
    return total;
  }

  @Override
  public double gradient(int count) {
    if (x.length == 0) {
      return training.gradient(this, count);
    }
    return weights.length == 0
        ? training.gradient(x, y, count)
        : training.gradient(x, y, weights, count);
  }

  @Override
  public double propagate(int count) {
    if (x.length == 0) {
      return training.propagate(this, count);
    }
    return weights.length == 0
        ? training.propagate(x, y, count)
        : training.propagate(x, y, weights, count);
  }

  @Override
  public double cost(int count) {
    if (x.length == 0) {
      return training.cost(this, count);
    }
    return weights.length == 0 ? training.cost(x, y, count) : training.cost(x, y, weights, count);
  }

  @Override
  public void dropout(long seed, long step) {
    training.dropout(seed, step);
  }

  @Override
  public float[] gradient() {
    return training.gradient();
  }

  @Override
  public void step(FloatStep weightRule, FloatStep biasRule) {
    training.step(weightRule, biasRule);
  }

  @Override
  public String path() {
    return training.path();
  }

  @Override
  public float[] weights() {
    return weights;
  }

  @Override
  public void read(int from, int to, float[] chunkX, int xAt, float[] chunkY, int yAt) {
    samples.copy(order, first + from, to - from, chunkX, xAt, chunkY, yAt);
  }
}

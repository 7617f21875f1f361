package dev.burin.train;

import dev.burin.kernel.FloatStep;
import dev.burin.network.FloatBlocks;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatPartialSums;
import dev.burin.shape.LayerLayout;

/** Gradients of samples that lie on other machines, which send their sums. */
final class FloatElsewhere implements FloatGradients {

  private static final int[] NONE = {};
  private static final float[] NO_WEIGHTS = {};

  private final FloatNetwork network;
  private final DistributedSamples samples;
  private final int batch;
  private final float[] gradient;
  private final float[] weights;
  private int[] order = NONE;
  private int first;
  private double counted;
  private long seed;
  private long step;

  FloatElsewhere(FloatNetwork network, DistributedSamples samples, int batch) {
    this.network = network;
    this.samples = samples;
    this.batch = batch;
    this.gradient = new float[network.layout().length()];
    this.weights = samples.weights().isNone() ? NO_WEIGHTS : new float[batch];
  }

  @Override
  public void choose(int[] rows, int from, int count) {
    order = rows;
    first = from;
    counted = count;
    if (weights.length > 0) {
      counted = 0;
      for (int i = 0; i < count; i++) {
        weights[i] = (float) samples.weights().get(rows[from + i]);
        counted += weights[i];
      }
    }
  }

  @Override
  public double total() {
    return counted;
  }

  @Override
  public void dropout(long from, long number) {
    seed = from;
    step = number;
  }

  @Override
  public double gradient(int count) {
    double total = together(count);
    FloatPartialSums sums = sums(count, total, true);
    sums.total(gradient);
    return sums.mean(network.shape(), total);
  }

  @Override
  public double propagate(int count) {
    return gradient(count);
  }

  @Override
  public double cost(int count) {
    double total = together(count);
    return sums(count, total, false).mean(network.shape(), total);
  }

  private double together(int count) {
    return weights.length == 0 ? count : FloatBlocks.total(weights, count);
  }

  private FloatPartialSums sums(int count, double total, boolean wanted) {
    float[] p = network.parameters();
    return samples.sums(new FloatWork(p, order, first, count, total, batch, wanted, seed, step));
  }

  @Override
  public float[] gradient() {
    return gradient;
  }

  @Override
  public void step(FloatStep weights, FloatStep biases) {
    float[] p = network.parameters();
    for (LayerLayout layer : network.layout().layers()) {
      weights.move(p, layer.weights(), layer.bias(), gradient, layer.weights());
      biases.move(p, layer.bias(), layer.end(), gradient, layer.bias());
    }
  }

  @Override
  public String path() {
    return "distributed";
  }
}

package dev.burin.train;

import dev.burin.kernel.FloatStep;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatPartialSums;
import dev.burin.shape.LayerLayout;

/** Gradients of samples that lie on other machines, which send their sums. */
final class FloatElsewhere implements FloatGradients {

  private static final int[] NONE = {};

  private final FloatNetwork network;
  private final DistributedSamples samples;
  private final int batch;
  private final float[] gradient;
  private int[] order = NONE;
  private int first;
  private int chosen;
  private long seed;
  private long step;

  FloatElsewhere(FloatNetwork network, DistributedSamples samples, int batch) {
    this.network = network;
    this.samples = samples;
    this.batch = batch;
    this.gradient = new float[network.layout().length()];
  }

  @Override
  public void choose(int[] rows, int from, int count) {
    order = rows;
    first = from;
    chosen = count;
  }

  @Override
  public double total() {
    return chosen;
  }

  @Override
  public void dropout(long from, long number) {
    seed = from;
    step = number;
  }

  @Override
  public double gradient(int count) {
    FloatPartialSums sums = sums(count, true);
    sums.total(gradient);
    return sums.mean(network.shape(), count);
  }

  @Override
  public double propagate(int count) {
    return gradient(count);
  }

  @Override
  public double cost(int count) {
    return sums(count, false).mean(network.shape(), count);
  }

  private FloatPartialSums sums(int count, boolean wanted) {
    float[] parameters = network.parameters();
    return samples.sums(new FloatWork(parameters, order, first, count, batch, wanted, seed, step));
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

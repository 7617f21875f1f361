package dev.burin.train;

import dev.burin.data.Dataset;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.FloatTraining;

/** The {@link SampleCosts} of float networks. */
final class FloatSampleCosts implements SampleCosts {

  private final Dataset data;
  private final FloatTraining training;
  private final float[] x;
  private final float[] y;

  FloatSampleCosts(FloatNetwork network, Dataset data, int rows) {
    this.data = data;
    this.training = new FloatTraining(network, rows, 1);
    this.x = new float[Fit.elements("inputs", rows, network.shape().inputs())];
    this.y = new float[Fit.elements("targets", rows, network.shape().outputs())];
  }

  @Override
  public double mean(int[] order, int from, int count) {
    data.copy(order, from, count, x, y);
    return training.cost(x, y, count);
  }
}

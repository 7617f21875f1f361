package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatTraining;

/** The {@link SampleCosts} of float networks. */
final class FloatSampleCosts implements SampleCosts {

  private final FloatBatches batches;
  private double total;

  FloatSampleCosts(FloatNetwork network, Samples data, int rows) {
    this.batches = new FloatBatches(data, rows, FloatTraining.forCosts(network, rows));
  }

  @Override
  public double total() {
    return total;
  }

  @Override
  public double mean(int[] order, int from, int count) {
    batches.choose(order, from, count);
    total = batches.total();
    return batches.cost(count);
  }
}

package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.kernel.DoubleNetwork;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.NeuralNetwork;

/** The costs of samples in the precision of a network, without a training. */
sealed interface SampleCosts permits FloatSampleCosts, DoubleSampleCosts {

  /** SampleCosts of up to {@code rows} samples at a time. */
  static SampleCosts of(NeuralNetwork network, Samples data, int rows) {
    return switch (network) {
      case FloatNetwork n -> new FloatSampleCosts(n, data, rows);
      case DoubleNetwork n -> new DoubleSampleCosts(n, data, rows);
    };
  }

  /** The mean cost of the {@code count} samples that {@code order[from..]} names. */
  double mean(int[] order, int from, int count);

  /** What the samples of the last mean count together. */
  double total();

  /** The mean cost of all samples that {@code order} names, some rows at a time. */
  default double mean(int[] order, int rows) {
    double sum = 0;
    double weights = 0;
    for (int done = 0; done < order.length; done += rows) {
      sum += mean(order, done, Math.min(rows, order.length - done)) * total();
      weights += total();
    }
    return sum / weights;
  }
}

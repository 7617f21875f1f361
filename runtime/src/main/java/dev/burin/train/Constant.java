package dev.burin.train;

import dev.burin.Loss;
import dev.burin.data.Samples;

/** What a network that answers the same to every sample costs at best: to learn is to cost less. */
final class Constant {

  private Constant() {}

  /** The lowest cost that one answer to all samples can have. */
  static double cost(Loss loss, Samples samples) {
    return cost(loss, samples, mean(samples));
  }

  /** The mean of each target. */
  static double[] mean(Samples samples) {
    Rows targets = Rows.targets(samples);
    double[] mean = new double[targets.columns()];
    double[] row = new double[mean.length];
    double weights = 0;
    for (int i = 0; i < targets.rows(); i++) {
      double weight = samples.weights().get(i);
      weights += weight;
      targets.copyRow(i, row);
      for (int j = 0; j < mean.length && weight > 0; j++) {
        mean[j] += (row[j] - mean[j]) * (weight / weights);
      }
    }
    return mean;
  }

  /** The cost of one answer to all samples; infinite where it excludes what is true. */
  static double cost(Loss loss, Samples samples, double[] answer) {
    Rows targets = Rows.targets(samples);
    double[] row = new double[answer.length];
    double cost = 0;
    double weights = 0;
    for (int i = 0; i < targets.rows(); i++) {
      double weight = samples.weights().get(i);
      weights += weight;
      targets.copyRow(i, row);
      for (int j = 0; j < answer.length && weight > 0; j++) {
        double y = row[j];
        double p = answer[j];
        double each =
            switch (loss) {
              case BINARY_CROSS_ENTROPY -> entropy(y, p) + entropy(1 - y, 1 - p);
              case CROSS_ENTROPY -> entropy(y, p);
              case HALF_MEAN_SQUARED_ERROR -> (y - p) * (y - p) / 2;
              case MEAN_SQUARED_ERROR -> (y - p) * (y - p) / answer.length;
            };
        cost += each * weight;
      }
    }
    return cost / weights;
  }

  private static double entropy(double y, double p) {
    return y > 0 ? -y * Math.log(p) : 0;
  }
}

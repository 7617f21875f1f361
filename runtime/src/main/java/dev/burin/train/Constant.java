package dev.burin.train;

import dev.burin.Loss;
import dev.burin.data.Samples;

/** What a network that answers the same to every sample costs at best: to learn is to cost less. */
final class Constant {

  /** Each halves the distance from the best answer, about. */
  private static final int ROUNDS = 20;

  private Constant() {}

  /** The lowest cost that one answer to all samples can have. */
  static double cost(Loss loss, Samples samples) {
    return cost(loss, samples, best(loss, samples));
  }

  /** The answer that costs least; for two losses nearly, which need no more to be told of. */
  private static double[] best(Loss loss, Samples samples) {
    double[] answer = mean(samples);
    return switch (loss) {
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY, HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR ->
          answer;
      case MEAN_ABSOLUTE_ERROR -> nearer(samples, answer, 1e-9);
      case HUBER -> nearer(samples, answer, 1);
    };
  }

  /**
   * Weighs what is far from the answer less and takes the mean anew, some times: what converges to
   * the median, or near it.
   *
   * @param near the distance within which all count the same
   */
  private static double[] nearer(Samples samples, double[] first, double near) {
    Rows targets = Rows.targets(samples);
    double[] answer = first;
    double[] row = new double[first.length];
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[first.length];
      double[] weights = new double[first.length];
      for (int i = 0; i < targets.rows(); i++) {
        targets.copyRow(i, row);
        for (int j = 0; j < row.length; j++) {
          double weight = samples.weights().get(i) / Math.max(near, Math.abs(row[j] - answer[j]));
          weights[j] += weight;
          next[j] += weight > 0 ? (row[j] - next[j]) * (weight / weights[j]) : 0;
        }
      }
      answer = next;
    }
    return answer;
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
              case MEAN_ABSOLUTE_ERROR -> Math.abs(y - p) / answer.length;
              case HUBER -> huber(Math.abs(y - p)) / answer.length;
            };
        cost += each * weight;
      }
    }
    return cost / weights;
  }

  private static double huber(double size) {
    return size <= 1 ? size * size / 2 : size - 0.5;
  }

  private static double entropy(double y, double p) {
    return y > 0 ? -y * Math.log(p) : 0;
  }
}

package dev.burin.train;

import dev.burin.Loss;

/** What a network that answers the same to every sample costs at best: to learn is to cost less. */
final class Constant {

  private Constant() {}

  /** The lowest cost that one answer to all samples can have. */
  static double cost(Loss loss, Rows targets) {
    int m = targets.columns();
    double[] mean = new double[m];
    double[] row = new double[m];
    for (int i = 0; i < targets.rows(); i++) {
      targets.copyRow(i, row);
      for (int j = 0; j < m; j++) {
        mean[j] += (row[j] - mean[j]) / (i + 1);
      }
    }
    double cost = 0;
    for (int j = 0; j < m; j++) {
      cost +=
          switch (loss) {
            case BINARY_CROSS_ENTROPY -> entropy(mean[j]) + entropy(1 - mean[j]);
            case CROSS_ENTROPY -> entropy(mean[j]);
            case HALF_MEAN_SQUARED_ERROR -> variance(targets, row, j, mean[j]) / 2;
            case MEAN_SQUARED_ERROR -> variance(targets, row, j, mean[j]) / m;
          };
    }
    return cost;
  }

  private static double entropy(double p) {
    return p > 0 ? -p * Math.log(p) : 0;
  }

  private static double variance(Rows targets, double[] row, int column, double mean) {
    double sum = 0;
    for (int i = 0; i < targets.rows(); i++) {
      targets.copyRow(i, row);
      double distance = row[column] - mean;
      sum += distance * distance;
    }
    return sum / targets.rows();
  }
}

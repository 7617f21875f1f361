package dev.burin.sample.tutorial;

import dev.burin.data.Dataset;
import dev.burin.network.Decision;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;

/**
 * The accuracy of a network with one output as the tutorials compute it, {@code np.sum((p == y) /
 * m)} over m samples: m times a rounded 1/m, so that its last digits are not those of the quotient.
 */
final class Accuracy {

  /** NumPy adds in eight partial sums up to here, and cuts longer arrays in two. */
  private static final int BLOCK = 128;

  private static final int LANES = 8;

  private Accuracy() {}

  /** Prints the accuracy, and how many answers were right. */
  static void print(String part, NeuralNetwork network, Dataset data) {
    double[] shares = new double[data.size()];
    int right = 0;
    for (int i = 0; i < shares.length; i++) {
      boolean one = data.targets().value(i, 0) >= Decision.THRESHOLD;
      if (output(network, data, i) >= Decision.THRESHOLD == one) {
        shares[i] = 1.0 / shares.length;
        right++;
      }
    }
    Figures.line(part + " accuracy " + sum(shares, 0, shares.length));
    Figures.line(part + " right " + right + " of " + shares.length);
  }

  private static double output(NeuralNetwork network, Dataset data, int sample) {
    int in = data.features().columns();
    return switch (network) {
      case DoubleNetwork wide -> {
        double[] x = new double[in];
        data.features().copyRow(sample, x, 0);
        yield wide.output(x);
      }
      case FloatNetwork narrow -> {
        float[] x = new float[in];
        data.features().copyRow(sample, x, 0);
        yield narrow.output(x);
      }
    };
  }

  /** The sum of some elements in the order of {@code np.sum}. */
  static double sum(double[] values, int from, int count) {
    if (count > BLOCK) {
      int half = count / 2;
      half -= half % LANES;
      return sum(values, from, half) + sum(values, from + half, count - half);
    }
    int whole = count - count % LANES;
    double total = 0;
    if (whole > 0) {
      double[] lanes = new double[LANES];
      for (int i = 0; i < whole; i++) {
        lanes[i % LANES] += values[from + i];
      }
      total =
          ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]))
              + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
    }
    for (int i = whole; i < count; i++) {
      total += values[from + i];
    }
    return total;
  }
}

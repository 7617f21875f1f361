package dev.burin.sample.table;

import dev.burin.data.Dataset;
import dev.burin.data.Encoding;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.sample.Lines;
import dev.burin.train.Evaluation;

/**
 * How well a network tells what a table asks for.
 *
 * @param name what is measured, as scripts read it
 * @param value greater is better, 1 is all right
 */
record Score(String name, double value) {

  static Score of(Encoding encoding, Engraved<FloatNetwork> network, Dataset rows) {
    return encoding.tellsClasses()
        ? new Score("accuracy", Evaluation.of(network, rows).accuracy())
        : new Score("r2", r2(network.network(), rows));
  }

  /** 1 - SSE/SST, the total around the mean of these rows; 0 where they are all the same. */
  private static double r2(FloatNetwork network, Dataset rows) {
    int n = rows.size();
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += rows.targets().value(i, 0) / n;
    }
    double errors = 0;
    double total = 0;
    float[] x = new float[rows.inputs()];
    for (int i = 0; i < n; i++) {
      rows.features().copyRow(i, x, 0);
      double truth = rows.targets().value(i, 0);
      double error = truth - network.output(x);
      errors += error * error;
      total += (truth - mean) * (truth - mean);
    }
    return total == 0 ? 0 : 1 - errors / total;
  }

  /** {@code test accuracy 0.9667} or {@code test r2 0.7912}. */
  String line(String part) {
    return Lines.format("%s %s %.4f", part, name, value);
  }
}

package dev.burin.sample;

import dev.burin.check.Agreement;
import dev.burin.check.GradientCheck;
import dev.burin.check.GradientReport;
import dev.burin.check.LayerReport;
import dev.burin.check.ReferenceNetwork;
import dev.burin.data.Dataset;
import dev.burin.data.Shuffle;
import dev.burin.network.FloatNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two steps of a proof that a network's gradient is right: the equations, in double, against
 * differences of the cost, and the engraved kernels, in float, against the equations.
 *
 * @param equations the reference against differences
 * @param kernels the kernels against the reference
 * @param bound what the first distance must stay below
 */
record GradientProbe(GradientReport equations, GradientReport kernels, double bound) {

  /** Checks the gradient of the first {@code n} samples, or all if there are fewer. */
  static GradientProbe of(FloatNetwork network, Dataset data, int n, int directions) {
    int samples = Math.min(n, data.size());
    int[] order = Shuffle.identity(samples);
    int in = network.shape().inputs();
    int out = network.shape().outputs();
    double[] x = new double[samples * in];
    double[] y = new double[samples * out];
    data.copy(order, 0, samples, x, y);
    float[] narrowX = new float[samples * in];
    float[] narrowY = new float[samples * out];
    data.copy(order, 0, samples, narrowX, narrowY);
    GradientReport equations =
        GradientCheck.along(directions, 1).check(ReferenceNetwork.of(network), x, y, samples);
    GradientReport kernels = GradientCheck.compare(network, narrowX, narrowY, samples);
    return new GradientProbe(equations, kernels, Agreement.differences(network.shape()));
  }

  /**
   * Ends the command if a distance is not below its bound.
   *
   * @throws GradientException naming the bounds
   */
  void require() throws GradientException {
    if (!equations.passes(bound) || !kernels.passes(Agreement.FLOAT_GRADIENT)) {
      throw new GradientException(
          String.format(
                  Locale.ROOT,
                  "The gradient is wrong: a distance of the equations is not below %.0e, or one of the",
                  bound)
              + String.format(Locale.ROOT, " kernels not below %.0e.", Agreement.FLOAT_GRADIENT));
    }
  }

  /** One line for each layer and step, for people and scripts. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (LayerReport layer : equations.layers()) {
      lines.add(Lines.gradient(layer.distance(), layer.layer()));
    }
    for (LayerReport layer : kernels.layers()) {
      lines.add(Lines.kernel(layer.distance(), layer.layer()));
    }
    return lines;
  }
}

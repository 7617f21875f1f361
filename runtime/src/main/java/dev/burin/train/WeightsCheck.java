package dev.burin.train;

import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.Dense;
import dev.burin.shape.LayerLayout;
import java.util.Locale;

/** Looks at the parameters of a network: whether they are finite, and how large. */
final class WeightsCheck {

  private WeightsCheck() {}

  /**
   * Checks that every weight and bias is finite.
   *
   * @throws IllegalStateException naming the first that is not
   */
  static void check(NeuralNetwork network) {
    if (!Double.isFinite(greatest(network))) {
      throw new IllegalStateException(
          "The "
              + name(network)
              + "; initialize the network or load weights before it is trained.");
    }
  }

  /** The greatest absolute value of all parameters: not finite where one of them is not. */
  static double greatest(NeuralNetwork network) {
    int length = network.layout().length();
    return switch (network) {
      case FloatNetwork n -> Magnitude.of(n.parameters(), length);
      case DoubleNetwork n -> Magnitude.of(n.parameters(), length);
    };
  }

  /** The first parameter that is not finite, else the greatest: {@code weight [3][5] of ...}. */
  static String name(NeuralNetwork network) {
    String greatest = "";
    double size = -1;
    for (LayerLayout layer : network.layout().layers()) {
      Dense dense = layer.dense();
      int weights = dense.weights();
      for (int i = 0; i < weights + dense.biases(); i++) {
        double value = network.parameter(i < weights ? dense.weight(i) : layer.bias(i - weights));
        if (!(Math.abs(value) <= size)) {
          String place =
              i < weights
                  ? "weight [" + i / layer.in() + "][" + i % layer.in() + "]"
                  : "bias [" + (i - weights) + "]";
          greatest =
              String.format(Locale.ROOT, "%s of layer %d is %s", place, layer.number(), value);
          size = Math.abs(value);
          if (!Double.isFinite(size)) {
            return greatest;
          }
        }
      }
    }
    return greatest;
  }
}

package dev.burin.sample.tutorial;

import dev.burin.data.NumpyRandom;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerLayout;
import java.util.function.DoubleBinaryOperator;

/** Fills the weights of a network as a NumPy program does. */
final class FirstWeights {

  private FirstWeights() {}

  /** {@code randn(out, in) / sqrt(in)}, layer after layer; the biases become 0. */
  static void overRootOfInputs(NeuralNetwork network, NumpyRandom random) {
    fill(network, random, (z, in) -> z / Math.sqrt(in));
  }

  /** {@code randn(out, in) * scale}, layer after layer; the biases become 0. */
  static void times(double scale, NeuralNetwork network, NumpyRandom random) {
    fill(network, random, (z, in) -> z * scale);
  }

  private static void fill(NeuralNetwork network, NumpyRandom random, DoubleBinaryOperator weight) {
    for (LayerLayout layer : network.layout().layers()) {
      layer
          .dense()
          .forEachWeight(
              (j, k, at) ->
                  network.parameter(at, weight.applyAsDouble(random.randn(), layer.in())));
      layer.dense().forEachBias((j, at) -> network.parameter(at, 0));
    }
  }
}

package dev.burin.kernel;

import java.util.Random;

/** Ways to fill the parameters of a double network, of which none touches the padding. */
final class DoubleParameters {

  private DoubleParameters() {}

  /** Whether one of them is not 0. */
  static boolean filled(double[] parameters) {
    for (double parameter : parameters) {
      if (parameter != 0) {
        return true;
      }
    }
    return false;
  }

  static void copy(ParameterLayout layout, double[] from, double[] to) {
    for (LayerLayout layer : layout.layers()) {
      for (int j = 0; j < layer.out(); j++) {
        for (int k = 0; k < layer.in(); k++) {
          to[layer.weight(j, k)] = from[layer.weight(j, k)];
        }
        to[layer.bias(j)] = from[layer.bias(j)];
      }
    }
  }

  /** Draws of the declared initializers, in the order that {@link NeuralNetwork} promises. */
  static void draw(ParameterLayout layout, long seed, double[] to) {
    Random random = new Random(seed);
    for (LayerLayout layer : layout.layers()) {
      double deviation = layer.layer().deviation();
      for (int j = 0; j < layer.out(); j++) {
        for (int k = 0; k < layer.in(); k++) {
          to[layer.weight(j, k)] = (deviation * random.nextGaussian());
        }
        to[layer.bias(j)] = 0;
      }
    }
  }
}

package dev.burin.train;

import dev.burin.kernel.Dense;
import dev.burin.kernel.LayerLayout;
import dev.burin.kernel.NeuralNetwork;
import dev.burin.kernel.ParameterLayout;
import java.util.Objects;

/**
 * Weight decay, or L2 regularization (A. Krogh and J. A. Hertz, "A simple weight decay can improve
 * generalization", 1991): the cost that is made small has one more term, {@code lambda/2 sum w^2}
 * over all weights; biases do not decay.
 *
 * <p>U3, for each weight w with gradient g, before the rule of the {@link Optimizer}: {@code g = g
 * + lambda w}, computed as {@code g = fma(lambda, w, g)}, in the precision of the network. With
 * {@link Sgd} a step is then {@code w = (1 - eta lambda) w - eta g}. Where an author divides his
 * constant by the number of training samples, as Nielsen does, it has to be divided here too.
 *
 * @param lambda the factor: at least 0 and finite; 0 does nothing
 */
public record WeightDecay(double lambda) {

  static final WeightDecay NONE = new WeightDecay(0);

  /**
   * Checks the factor.
   *
   * @throws IllegalArgumentException if it is negative, infinite or not a number
   */
  public WeightDecay {
    if (!(lambda >= 0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException(
          "The weight decay must be at least 0 and finite, not " + lambda + "; try 0.0001.");
    }
  }

  /** The term of the cost, {@code lambda/2 sum w^2}, in double. */
  public double cost(NeuralNetwork network) {
    Objects.requireNonNull(network, "The network is null.");
    double sum = 0;
    for (LayerLayout layer : network.layout().layers()) {
      Dense dense = layer.dense();
      for (int i = 0; i < dense.weights(); i++) {
        double w = network.parameter(dense.weight(i));
        sum += w * w;
      }
    }
    return 0.5 * lambda * sum;
  }

  /** Adds the derivative of the term. */
  void addTo(float[] g, float[] p, ParameterLayout layout) {
    if (lambda == 0) {
      return;
    }
    float factor = Rates.decay(lambda);
    for (LayerLayout layer : layout.layers()) {
      // Padding lies among the weights: it is 0, and so is its gradient.
      for (int i = layer.weights(); i < layer.bias(); i++) {
        g[i] = Math.fma(factor, p[i], g[i]);
      }
    }
  }

  /** Adds the derivative of the term. */
  void addTo(double[] g, double[] p, ParameterLayout layout) {
    if (lambda == 0) {
      return;
    }
    for (LayerLayout layer : layout.layers()) {
      for (int i = layer.weights(); i < layer.bias(); i++) {
        g[i] = Math.fma(lambda, p[i], g[i]);
      }
    }
  }
}

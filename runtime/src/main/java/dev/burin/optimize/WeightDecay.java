package dev.burin.optimize;

import dev.burin.kernel.Dense;
import dev.burin.kernel.LayerLayout;
import dev.burin.kernel.NeuralNetwork;
import java.util.Objects;

/**
 * Weight decay: what makes parameters small beside the cost. It is part of each update, element by
 * element, and concerns the weights alone unless the biases are asked for.
 *
 * <p>U3, coupled, or L2 regularization (A. Krogh and J. A. Hertz, "A simple weight decay can
 * improve generalization", 1991) and L1: the cost that is made small gains {@code l2/2 sum w^2 + l1
 * sum |w|}, so that each gradient becomes {@code g = fma(l2, w, g)}, then {@code g = fma(l1,
 * sign(w), g)}, before the rule of the {@link Optimizer}. With {@link Sgd} a step by L2 is then
 * {@code w = (1 - eta l2) w - eta g}. Where an author divides his constant by the number of
 * training samples, as Nielsen does, it has to be divided here too.
 *
 * <p>U8, decoupled (I. Loshchilov and F. Hutter, "Decoupled Weight Decay Regularization", 2019):
 * {@code w = fma(-eta decoupled, w, w)} before the rule, times the learning rate of the update as
 * in PyTorch and Keras, where the paper has its own factor. {@link AdamW} is Adam with it.
 *
 * @param l2 the factor of the squares: at least 0 and finite; 0 does nothing
 * @param l1 the factor of the absolute values: at least 0 and finite; 0 does nothing
 * @param decoupled the share of a weight that an update takes at the learning rate 1: at least 0
 *     and finite; 0 does nothing
 * @param biases whether biases decay as weights do
 */
public record WeightDecay(double l2, double l1, double decoupled, boolean biases) {

  /** No decay at all. */
  public static final WeightDecay NONE = new WeightDecay(0);

  /**
   * Checks the factors.
   *
   * @throws IllegalArgumentException if one is negative, infinite or not a number
   */
  public WeightDecay {
    Rates.checkFactor("weight decay", l2, 0.0001);
    Rates.checkFactor("L1 factor", l1, 0.0001);
    Rates.checkFactor("decoupled weight decay", decoupled, 0.01);
  }

  /**
   * L2 of the weights.
   *
   * @throws IllegalArgumentException if the factor is negative, infinite or not a number
   */
  public WeightDecay(double l2) {
    this(l2, 0, 0, false);
  }

  /** L2 of the weights; see {@link WeightDecay}. */
  public static WeightDecay l2(double factor) {
    return new WeightDecay(factor);
  }

  /** L1 of the weights; see {@link WeightDecay}. */
  public static WeightDecay l1(double factor) {
    return new WeightDecay(0, factor, 0, false);
  }

  /** L1 and L2 of the weights together. */
  public static WeightDecay l1l2(double l1, double l2) {
    return new WeightDecay(l2, l1, 0, false);
  }

  /** Decay of the weights outside of the gradient; see {@link WeightDecay}. */
  public static WeightDecay decoupled(double factor) {
    return new WeightDecay(0, 0, factor, false);
  }

  /** The same for weights and biases. */
  public WeightDecay withBiases() {
    return new WeightDecay(l2, l1, decoupled, true);
  }

  /** Whether it does anything. */
  public boolean isNone() {
    return l2 == 0 && l1 == 0 && decoupled == 0;
  }

  /** The term of the cost, {@code l2/2 sum w^2 + l1 sum |w|}, in double; decoupled has none. */
  public double cost(NeuralNetwork network) {
    Objects.requireNonNull(network, "The network is null.");
    double squares = 0;
    double sizes = 0;
    for (LayerLayout layer : network.layout().layers()) {
      Dense dense = layer.dense();
      for (int i = 0; i < dense.weights(); i++) {
        double w = network.parameter(dense.weight(i));
        squares += w * w;
        sizes += Math.abs(w);
      }
      for (int j = 0; biases && j < layer.out(); j++) {
        double b = network.parameter(layer.bias(j));
        squares += b * b;
        sizes += Math.abs(b);
      }
    }
    return 0.5 * l2 * squares + l1 * sizes;
  }

  /** Whether parameters of a kind decay. */
  boolean covers(ParameterKind kind) {
    return biases || kind == ParameterKind.WEIGHTS;
  }

  /** Refuses factors that are lost in float. */
  void checkInFloat() {
    Rates.inFloat("weight decay", l2);
    Rates.inFloat("L1 factor", l1);
    Rates.inFloat("decoupled weight decay", decoupled);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, "weight decay ", l2);
    append(text, "L1 ", l1);
    append(text, "decoupled weight decay ", decoupled);
    if (text.isEmpty()) {
      return "no weight decay";
    }
    return biases ? text + ", biases too" : text.toString();
  }

  private static void append(StringBuilder text, String what, double factor) {
    if (factor != 0) {
      text.append(text.isEmpty() ? "" : ", ").append(what).append(factor);
    }
  }
}

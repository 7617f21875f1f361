package dev.burin.optimize;

import java.util.List;

/**
 * Plain gradient descent, stochastic when the batches are samples of the whole (Robbins and Monro,
 * 1951).
 *
 * <p>U1, for each parameter p with gradient g and the learning rate eta: {@code p = p - eta g},
 * computed as {@code p = fma(-eta, g, p)} with one rounding, in the precision of the network.
 *
 * @param learningRate the factor eta: positive and finite
 */
public record Sgd(double learningRate) implements Optimizer {

  /**
   * Checks the learning rate.
   *
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public Sgd {
    Rates.checkLearningRate(learningRate);
  }

  @Override
  public List<Slot> slots() {
    return List.of();
  }

  @Override
  public FloatRule forFloat(FloatSlots slots) {
    Rates.inFloat("learning rate", learningRate);
    return new FloatDescent();
  }

  @Override
  public DoubleRule forDouble(DoubleSlots slots) {
    return new DoubleDescent();
  }
}

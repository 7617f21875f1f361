package dev.burin.train;

/**
 * Gradient descent with classical momentum (Polyak, 1964), in the form of Sutskever, Martens, Dahl
 * and Hinton, "On the importance of initialization and momentum in deep learning", 2013, equations
 * (1) and (2).
 *
 * <p>U2, for each parameter p with gradient g, a velocity v that starts at 0, the learning rate eta
 * and the momentum mu: {@code v = mu v - eta g}, then {@code p = p + v}. It is computed as {@code v
 * = fma(-eta, g, mu * v)}, with the product mu * v rounded first, and {@code p = p + v}, in the
 * precision of the network. With mu = 0 it makes the steps of {@link Sgd} up to that rounding.
 *
 * @param learningRate the factor eta: positive and finite
 * @param momentum the factor mu: at least 0 and below 1
 */
public record Momentum(double learningRate, double momentum) implements Optimizer {

  /**
   * Checks both factors.
   *
   * @throws IllegalArgumentException if the learning rate is not positive and finite, or the
   *     momentum is below 0, 1 or more, or not a number
   */
  public Momentum {
    Rates.checkLearningRate(learningRate);
    Rates.checkMomentum(momentum);
  }

  @Override
  public FloatUpdate forFloat(int length) {
    return new FloatMomentum(-Rates.learningRate(learningRate), Rates.momentum(momentum), length);
  }

  @Override
  public DoubleUpdate forDouble(int length) {
    return new DoubleMomentum(-learningRate, momentum, length);
  }
}

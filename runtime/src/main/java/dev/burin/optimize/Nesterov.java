package dev.burin.optimize;

import java.util.List;
import java.util.Objects;

/**
 * Gradient descent with the accelerated gradient of Nesterov (1983), as it is computed in training
 * (Sutskever, Martens, Dahl and Hinton, 2013).
 *
 * <p>U4, for each parameter p with gradient g, a velocity v that starts at 0, the learning rate eta
 * and the momentum mu: {@code v = mu v + g}, then {@code p = p - eta (g + mu v)}, as PyTorch does,
 * computed as {@code v = fma(mu, v, g)} and {@code p = fma(-eta, fma(mu, v, g), p)}, in the
 * precision of the network. With mu = 0 the bits are those of {@link Sgd}.
 *
 * <p>In the form of {@link Form#KERAS} the learning rate is part of the velocity: {@code v = mu v -
 * eta g}, then {@code p = p + mu v - eta g}; see {@link Momentum} for the difference.
 *
 * @param learningRate the factor eta: positive and finite
 * @param momentum the factor mu: at least 0 and below 1
 * @param form whose rule
 */
public record Nesterov(double learningRate, double momentum, Form form) implements Optimizer {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if the learning rate is not positive and finite, or the
   *     momentum is below 0, 1 or more, or not a number
   */
  public Nesterov {
    Rates.checkLearningRate(learningRate);
    Rates.checkMomentum(momentum);
    Objects.requireNonNull(form, Rates.NO_FORM);
  }

  /** As PyTorch computes it. */
  public Nesterov(double learningRate, double momentum) {
    this(learningRate, momentum, Form.PYTORCH);
  }

  /** As Keras computes it. */
  public static Nesterov keras(double learningRate, double momentum) {
    return new Nesterov(learningRate, momentum, Form.KERAS);
  }

  @Override
  public List<Slot> slots() {
    return List.of(Slot.of("v"));
  }

  @Override
  public FloatRule forFloat(FloatSlots slots) {
    Rates.inFloat("learning rate", learningRate);
    Rates.shareInFloat("momentum", momentum);
    return new FloatNesterov(slots.get("v"), form);
  }

  @Override
  public DoubleRule forDouble(DoubleSlots slots) {
    return new DoubleNesterov(slots.get("v"), form);
  }

  @Override
  public String toString() {
    return Words.of(this)
        .with("learningRate", learningRate)
        .with("momentum", momentum)
        .unless(Form.PYTORCH, "form", form)
        .text();
  }
}

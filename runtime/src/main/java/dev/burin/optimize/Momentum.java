package dev.burin.optimize;

import java.util.List;
import java.util.Objects;

/**
 * Gradient descent with classical momentum (Polyak, 1964).
 *
 * <p>U2, for each parameter p with gradient g, a velocity v that starts at 0, the learning rate eta
 * and the momentum mu: {@code v = mu v + g}, then {@code p = p - eta v}, as PyTorch does, computed
 * as {@code v = fma(mu, v, g)} and {@code p = fma(-eta, v, p)}, each with one rounding, in the
 * precision of the network. A dampening d takes {@code (1 - d) g} instead of g from the second
 * update on. With mu = 0 the bits are those of {@link Sgd}.
 *
 * <p>In the form of {@link Form#KERAS}, which is that of Sutskever, Martens, Dahl and Hinton, "On
 * the importance of initialization and momentum in deep learning", 2013, the learning rate is part
 * of the velocity: {@code v = mu v - eta g}, then {@code p = p + v}. On paper both are the same as
 * long as the learning rate is; under a schedule they are not.
 *
 * @param learningRate the factor eta: positive and finite
 * @param momentum the factor mu: at least 0 and below 1
 * @param dampening the share d of a gradient that is left out: at least 0 and below 1; 0 in the
 *     form of Keras
 * @param form whose rule
 */
public record Momentum(double learningRate, double momentum, double dampening, Form form)
    implements Optimizer {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is out of its range or not a number
   */
  public Momentum {
    Rates.checkLearningRate(learningRate);
    Rates.checkMomentum(momentum);
    Rates.checkShare("dampening", dampening, 0);
    Objects.requireNonNull(form, Rates.NO_FORM);
    if (form == Form.KERAS && dampening != 0) {
      throw new IllegalArgumentException(
          "The dampening is " + dampening + ", and the form of Keras has none; leave it out.");
    }
  }

  /**
   * Momentum without dampening, as PyTorch's.
   *
   * @throws IllegalArgumentException if the learning rate is not positive and finite, or the
   *     momentum is below 0, 1 or more, or not a number
   */
  public Momentum(double learningRate, double momentum) {
    this(learningRate, momentum, 0, Form.PYTORCH);
  }

  /** Momentum as Keras computes it. */
  public static Momentum keras(double learningRate, double momentum) {
    return new Momentum(learningRate, momentum, 0, Form.KERAS);
  }

  /** The same with a dampening. */
  public Momentum withDampening(double value) {
    return new Momentum(learningRate, momentum, value, form);
  }

  @Override
  public List<Slot> slots() {
    return List.of(Slot.of("v"));
  }

  @Override
  public FloatRule forFloat(FloatSlots slots) {
    Rates.inFloat("learning rate", learningRate);
    Rates.shareInFloat("momentum", momentum);
    return new FloatMomentum(slots.get("v"), dampening, form);
  }

  @Override
  public DoubleRule forDouble(DoubleSlots slots) {
    return new DoubleMomentum(slots.get("v"), dampening, form);
  }

  @Override
  public String toString() {
    return Words.of(this)
        .with("learningRate", learningRate)
        .with("momentum", momentum)
        .unless(0.0, "dampening", dampening)
        .unless(Form.PYTORCH, "form", form)
        .text();
  }
}

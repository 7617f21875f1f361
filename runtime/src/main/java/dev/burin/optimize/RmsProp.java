package dev.burin.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * RMSProp (T. Tieleman and G. Hinton, lecture 6.5 of "Neural Networks for Machine Learning", 2012):
 * each gradient is divided by a running mean of its size.
 *
 * <p>U6, for each parameter p with gradient g, a mean s of squares that starts at 0 and the
 * learning rate eta: {@code s = alpha s + (1 - alpha) g^2}, then {@code p = p - eta g/d} with
 * {@code d = sqrt(s) + epsilon}, as PyTorch does. Centered (A. Graves, "Generating Sequences With
 * Recurrent Neural Networks", 2013), a mean {@code m = alpha m + (1 - alpha) g} is subtracted:
 * {@code d = sqrt(s - m^2) + epsilon}, and what rounding makes of {@code s - m^2} below 0 counts as
 * 0. With a momentum mu there is a velocity {@code v = mu v + g/d}, and {@code p = p - eta v}.
 *
 * <p>In the form of {@link Form#KERAS} {@code d = sqrt(s + epsilon)} or {@code sqrt(s - m^2 +
 * epsilon)}, and {@code v = mu v + eta g/d}, {@code p = p - v}. Each is computed in the precision
 * of the network, with {@code s = fma(alpha, s, (1 - alpha) * g * g)}, {@code m} likewise, {@code s
 * - m^2} and {@code mu v + ..} by one fma.
 *
 * @param learningRate the factor eta: positive and finite
 * @param alpha the share of a mean that an update keeps: at least 0 and below 1
 * @param epsilon what keeps the division away from 0: positive and finite
 * @param momentum the factor mu: at least 0 and below 1; 0 needs no velocity
 * @param centered whether the mean of the gradient is subtracted
 * @param form whose rule
 */
public record RmsProp(
    double learningRate, double alpha, double epsilon, double momentum, boolean centered, Form form)
    implements Optimizer {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is out of its range or not a number
   */
  public RmsProp {
    Rates.checkLearningRate(learningRate);
    Rates.checkShare("alpha", alpha, 0.99);
    Rates.checkEpsilon(epsilon, 1e-8);
    Rates.checkMomentum(momentum);
    Objects.requireNonNull(form, Rates.NO_FORM);
  }

  /** With PyTorch's defaults: alpha 0.99, epsilon 1e-8, neither centered nor with momentum. */
  public RmsProp(double learningRate) {
    this(learningRate, 0.99, 1e-8, 0, false, Form.PYTORCH);
  }

  /** As Keras computes it, with its defaults: alpha, its rho, 0.9, epsilon 1e-7. */
  public static RmsProp keras(double learningRate) {
    return new RmsProp(learningRate, 0.9, 1e-7, 0, false, Form.KERAS);
  }

  /** The same with another alpha. */
  public RmsProp withAlpha(double value) {
    return new RmsProp(learningRate, value, epsilon, momentum, centered, form);
  }

  /** The same with another epsilon. */
  public RmsProp withEpsilon(double value) {
    return new RmsProp(learningRate, alpha, value, momentum, centered, form);
  }

  /** The same with a momentum. */
  public RmsProp withMomentum(double value) {
    return new RmsProp(learningRate, alpha, epsilon, value, centered, form);
  }

  /** The same with the mean of the gradient subtracted. */
  public RmsProp asCentered() {
    return new RmsProp(learningRate, alpha, epsilon, momentum, true, form);
  }

  @Override
  public List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    slots.add(Slot.of("s"));
    if (centered) {
      slots.add(Slot.of("m"));
    }
    if (momentum > 0) {
      slots.add(Slot.of("v"));
    }
    return List.copyOf(slots);
  }

  @Override
  public FloatRule forFloat(FloatSlots slots) {
    Rates.inFloat("learning rate", learningRate);
    Rates.shareInFloat("alpha", alpha);
    Rates.inFloat("epsilon", epsilon);
    Rates.shareInFloat("momentum", momentum);
    return new FloatRmsProp(slots, this);
  }

  @Override
  public DoubleRule forDouble(DoubleSlots slots) {
    return new DoubleRmsProp(slots, this);
  }

  @Override
  public String toString() {
    return Words.of(this)
        .with("learningRate", learningRate)
        .unless(0.99, "alpha", alpha)
        .unless(1e-8, "epsilon", epsilon)
        .unless(0.0, "momentum", momentum)
        .unless(false, "centered", centered)
        .unless(Form.PYTORCH, "form", form)
        .text();
  }
}

package dev.burin.optimize;

import java.util.List;
import java.util.Objects;

/**
 * AdaGrad (J. Duchi, E. Hazan and Y. Singer, "Adaptive Subgradient Methods for Online Learning and
 * Stochastic Optimization", 2011): the more a parameter has moved, the smaller its steps.
 *
 * <p>U5, for each parameter p with gradient g, a sum s of squares and the learning rate eta: {@code
 * s = s + g^2}, then {@code p = p - eta g / (sqrt(s) + epsilon)}, as PyTorch does, with eta divided
 * by {@code 1 + (t - 1) rateDecay} in update t. It is computed as {@code s = fma(g, g, s)} and
 * {@code p = p - eta * (g / (sqrt(s) + epsilon))}, in the precision of the network; the learning
 * rate of an update is computed in double and rounded once. In the form of {@link Form#KERAS} it is
 * divided by {@code sqrt(s + epsilon)}.
 *
 * @param learningRate the factor eta: positive and finite
 * @param initial what s starts at: at least 0 and finite
 * @param rateDecay how fast the learning rate falls: at least 0 and finite; 0 in the form of Keras,
 *     which has a schedule for it
 * @param epsilon what keeps the division away from 0: positive and finite
 * @param form whose rule
 */
public record AdaGrad(
    double learningRate, double initial, double rateDecay, double epsilon, Form form)
    implements Optimizer {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is out of its range or not a number
   */
  public AdaGrad {
    Rates.checkLearningRate(learningRate);
    Rates.checkFactor("start of the sum of squares", initial, 0);
    Rates.checkFactor("decay of the learning rate", rateDecay, 0);
    Rates.checkEpsilon(epsilon, 1e-10);
    Objects.requireNonNull(form, Rates.NO_FORM);
    if (form == Form.KERAS && rateDecay != 0) {
      throw new IllegalArgumentException(
          "The decay of the learning rate is "
              + rateDecay
              + ", and the form of Keras has none; give the trainer a schedule instead.");
    }
  }

  /** With PyTorch's defaults: sums from 0, no decay, epsilon 1e-10. */
  public AdaGrad(double learningRate) {
    this(learningRate, 0, 0, 1e-10, Form.PYTORCH);
  }

  /** As Keras computes it, with its defaults: sums from 0.1, epsilon 1e-7. */
  public static AdaGrad keras(double learningRate) {
    return new AdaGrad(learningRate, 0.1, 0, 1e-7, Form.KERAS);
  }

  /** The same with another start of the sums of squares. */
  public AdaGrad withInitial(double value) {
    return new AdaGrad(learningRate, value, rateDecay, epsilon, form);
  }

  /** The same with a decay of the learning rate. */
  public AdaGrad withRateDecay(double value) {
    return new AdaGrad(learningRate, initial, value, epsilon, form);
  }

  /** The same with another epsilon. */
  public AdaGrad withEpsilon(double value) {
    return new AdaGrad(learningRate, initial, rateDecay, value, form);
  }

  @Override
  public List<Slot> slots() {
    return List.of(new Slot("s", initial));
  }

  @Override
  public FloatRule forFloat(FloatSlots slots) {
    Rates.inFloat("learning rate", learningRate);
    Rates.inFloat("start of the sum of squares", initial);
    Rates.inFloat("epsilon", epsilon);
    return new FloatAdaGrad(slots.get("s"), rateDecay, epsilon, form);
  }

  @Override
  public DoubleRule forDouble(DoubleSlots slots) {
    return new DoubleAdaGrad(slots.get("s"), rateDecay, epsilon, form);
  }

  @Override
  public String toString() {
    return Words.of(this)
        .with("learningRate", learningRate)
        .unless(0.0, "initial", initial)
        .unless(0.0, "rateDecay", rateDecay)
        .unless(1e-10, "epsilon", epsilon)
        .unless(Form.PYTORCH, "form", form)
        .text();
  }
}

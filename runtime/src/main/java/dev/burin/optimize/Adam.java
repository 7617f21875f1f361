package dev.burin.optimize;

import java.util.List;
import java.util.Objects;

/**
 * Adam (D. Kingma and J. Ba, "Adam: A Method for Stochastic Optimization", 2015): running means of
 * gradients and of their squares, freed from where they started.
 *
 * <p>U7, for each parameter p with gradient g, means m and s that start at 0, the learning rate eta
 * and t = 1, 2, ... the number of the update: {@code m = beta1 m + (1 - beta1) g}, {@code s = beta2
 * s + (1 - beta2) g^2}, then {@code p = p - eta/(1 - beta1^t) m / (sqrt(s)/sqrt(1 - beta2^t) +
 * epsilon)}, as PyTorch does. With amsgrad (S. Reddi, S. Kale and S. Kumar, "On the Convergence of
 * Adam and Beyond", 2018) the greatest s so far stands under the root, x = max(x, s).
 *
 * <p>In the form of {@link Form#KERAS} epsilon is the paper's epsilon hat: {@code p = p - eta
 * sqrt(1 - beta2^t)/(1 - beta1^t) m / (sqrt(s) + epsilon)}. It is computed as {@code m = fma(beta1,
 * m, (1 - beta1) * g)}, {@code s = fma(beta2, s, (1 - beta2) * g * g)} and {@code p = fma(-step, m
 * / fma(sqrt(s), scale, epsilon), p)}, in the precision of the network; step and scale, the
 * constants of an update, are computed in double and rounded once. A schedule that moves the
 * momentum moves beta1, in the means and in 1 - beta1^t alike.
 *
 * @param learningRate the factor eta: positive and finite
 * @param beta1 the share of m that an update keeps: at least 0 and below 1
 * @param beta2 the share of s that an update keeps: at least 0 and below 1
 * @param epsilon what keeps the division away from 0: positive and finite
 * @param amsgrad whether the greatest s counts
 * @param form whose rule
 */
public record Adam(
    double learningRate, double beta1, double beta2, double epsilon, boolean amsgrad, Form form)
    implements Optimizer {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is out of its range or not a number
   */
  public Adam {
    Rates.checkLearningRate(learningRate);
    Rates.checkShare("beta1", beta1, 0.9);
    Rates.checkShare("beta2", beta2, 0.999);
    Rates.checkEpsilon(epsilon, 1e-8);
    Objects.requireNonNull(form, Rates.NO_FORM);
  }

  /** With PyTorch's defaults: learning rate 0.001, and those of {@link #Adam(double)}. */
  public Adam() {
    this(0.001);
  }

  /** With PyTorch's defaults: betas 0.9 and 0.999, epsilon 1e-8, no amsgrad. */
  public Adam(double learningRate) {
    this(learningRate, 0.9, 0.999, 1e-8, false, Form.PYTORCH);
  }

  /** As Keras computes it, with its defaults: betas 0.9 and 0.999, epsilon 1e-7, no amsgrad. */
  public static Adam keras(double learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-7, false, Form.KERAS);
  }

  /** The same with other betas. */
  public Adam withBetas(double first, double second) {
    return new Adam(learningRate, first, second, epsilon, amsgrad, form);
  }

  /** The same with another epsilon. */
  public Adam withEpsilon(double value) {
    return new Adam(learningRate, beta1, beta2, value, amsgrad, form);
  }

  /** The same with the greatest mean of squares under the root. */
  public Adam withAmsgrad() {
    return new Adam(learningRate, beta1, beta2, epsilon, true, form);
  }

  /** What a schedule moves beside the learning rate: beta1. */
  @Override
  public double momentum() {
    return beta1;
  }

  @Override
  public List<Slot> slots() {
    return amsgrad
        ? List.of(Slot.of("m"), Slot.of("s"), Slot.of("x"))
        : List.of(Slot.of("m"), Slot.of("s"));
  }

  @Override
  public FloatRule forFloat(FloatSlots slots) {
    Rates.inFloat("learning rate", learningRate);
    Rates.shareInFloat("beta1", beta1);
    Rates.shareInFloat("beta2", beta2);
    Rates.inFloat("epsilon", epsilon);
    return new FloatAdam(slots, this);
  }

  @Override
  public DoubleRule forDouble(DoubleSlots slots) {
    return new DoubleAdam(slots, this);
  }

  @Override
  public String toString() {
    return Words.of(this)
        .with("learningRate", learningRate)
        .unless(0.9, "beta1", beta1)
        .unless(0.999, "beta2", beta2)
        .unless(1e-8, "epsilon", epsilon)
        .unless(false, "amsgrad", amsgrad)
        .unless(Form.PYTORCH, "form", form)
        .text();
  }
}

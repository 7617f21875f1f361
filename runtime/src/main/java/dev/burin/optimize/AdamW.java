package dev.burin.optimize;

import java.util.List;
import java.util.Objects;

/**
 * AdamW (I. Loshchilov and F. Hutter, "Decoupled Weight Decay Regularization", 2019): {@link Adam},
 * U7, after a {@link WeightDecay} that goes past the gradient, U8. The decay is multiplied by the
 * learning rate of the update, as in PyTorch and Keras, where the paper has a factor of its own.
 *
 * @param adam the rule
 * @param decay what decays: the weights alone unless the biases are asked for
 */
public record AdamW(Adam adam, WeightDecay decay) implements Optimizer {

  /** Checks that nothing is null. */
  public AdamW {
    Objects.requireNonNull(adam, "The rule is null; give one, such as new Adam(0.001).");
    Objects.requireNonNull(decay, "The weight decay is null; WeightDecay.decoupled(0.01) is one.");
  }

  /** With PyTorch's defaults: learning rate 0.001, and those of {@link #AdamW(double)}. */
  public AdamW() {
    this(0.001);
  }

  /**
   * With PyTorch's defaults: those of {@link Adam#Adam(double)} and a decay of 0.01, of weights.
   */
  public AdamW(double learningRate) {
    this(learningRate, 0.01);
  }

  /**
   * With the defaults of {@link Adam#Adam(double)} and a decay of the weights.
   *
   * @throws IllegalArgumentException if the learning rate is not positive and finite, or the decay
   *     is negative, infinite or not a number
   */
  public AdamW(double learningRate, double decay) {
    this(new Adam(learningRate), WeightDecay.decoupled(decay));
  }

  /** As Keras computes it, with its defaults: those of {@link Adam#keras} and a decay of 0.004. */
  public static AdamW keras(double learningRate) {
    return new AdamW(Adam.keras(learningRate), WeightDecay.decoupled(0.004));
  }

  @Override
  public double learningRate() {
    return adam.learningRate();
  }

  @Override
  public double momentum() {
    return adam.momentum();
  }

  @Override
  public List<Slot> slots() {
    return adam.slots();
  }

  @Override
  public FloatRule forFloat(FloatSlots slots) {
    return adam.forFloat(slots);
  }

  @Override
  public DoubleRule forDouble(DoubleSlots slots) {
    return adam.forDouble(slots);
  }

  @Override
  public String toString() {
    return "AdamW[" + adam + ", " + decay + "]";
  }
}

package dev.burin.optimize;

import java.util.List;

/**
 * A rule that moves the parameters along a gradient, as a description without state: it may serve
 * any number of trainings. What a rule remembers from update to update lies in the slots of one
 * training.
 *
 * <p>One of your own needs this and a {@link FloatRule} with its double twin: {@code
 * docs/add-an-optimizer.md} says how.
 */
public interface Optimizer {

  /** The learning rate before any schedule; NaN if the rule has none. */
  double learningRate();

  /** What a schedule may move beside the learning rate: the momentum or beta1; 0 if it has none. */
  default double momentum() {
    return 0;
  }

  /** The weight decay that is part of this optimizer; {@link WeightDecay#NONE} for most. */
  default WeightDecay decay() {
    return WeightDecay.NONE;
  }

  /** What the rule remembers of each parameter; empty if nothing. */
  List<Slot> slots();

  /**
   * The rule for one training in float.
   *
   * @param slots the state of this training, made from {@link #slots()}
   * @throws IllegalArgumentException if a setting is of no use in float
   */
  FloatRule forFloat(FloatSlots slots);

  /**
   * The rule for one training in double.
   *
   * @param slots the state of this training, made from {@link #slots()}
   */
  DoubleRule forDouble(DoubleSlots slots);
}

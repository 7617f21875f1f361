package dev.burin.train;

/**
 * A rule that moves the parameters along a gradient; see {@link Sgd} and {@link Momentum}.
 *
 * <p>An optimizer is a description without state and may serve any number of trainings. What a rule
 * remembers from step to step lives in the update that it creates for one training.
 */
public interface Optimizer {

  /**
   * The rule for one training in float.
   *
   * @param length the number of parameters, padding included
   */
  FloatUpdate forFloat(int length);

  /**
   * The rule for one training in double.
   *
   * @param length the number of parameters, padding included
   */
  DoubleUpdate forDouble(int length);
}

package dev.burin.train;

import dev.burin.kernel.FloatStep;

/**
 * One step of an {@link Optimizer} over float parameters, and what it remembers between steps.
 *
 * <p>An update that moves each parameter by itself may be a {@link FloatStep} too: then trainings
 * without weight decay move ranges of parameters as soon as their gradient is known, which is
 * faster, and do not call {@link #apply}.
 */
@FunctionalInterface
public interface FloatUpdate {

  /**
   * Moves the parameters once. Where both are 0, as in the padding of a layout, the parameter stays
   * 0.
   *
   * @param p the parameters, changed in place
   * @param g their gradient, as long as p and laid out as p
   */
  void apply(float[] p, float[] g);
}

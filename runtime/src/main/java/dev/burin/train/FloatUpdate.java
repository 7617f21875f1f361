package dev.burin.train;

/** One step of an {@link Optimizer} over float parameters, and what it remembers between steps. */
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

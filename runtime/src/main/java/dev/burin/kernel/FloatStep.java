package dev.burin.kernel;

/**
 * A rule that moves each parameter by itself, from its gradient and what the rule remembers of it.
 * Such a rule can move a range of parameters while their gradient is still in a near cache.
 */
@FunctionalInterface
public interface FloatStep {

  /**
   * Moves {@code p[from..to)} along {@code g[at..]}. In one step every parameter is moved once, in
   * ranges of any length, in any order and by several threads at the same time. Where parameter and
   * gradient are 0, as in padding, the parameter stays 0.
   *
   * @param p the parameters, changed in place
   * @param g holds the gradient of this range, and other numbers
   * @param at the place of the first derivative, that by {@code p[from]}
   */
  void move(float[] p, int from, int to, float[] g, int at);
}

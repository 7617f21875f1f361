package dev.burin.optimize;

/**
 * A rule at work in one training: it moves each parameter by itself, from its gradient and what its
 * slots hold of it. So it makes no difference in which ranges and on which threads it is called.
 */
public interface FloatRule {

  /**
   * Takes the constants of an update; called by one thread, before any range is moved.
   *
   * @param update the number of the update, from 1
   * @param learningRate the learning rate of this update: finite, at least 0
   * @param momentum the momentum or beta1 of this update
   */
  void begin(long update, double learningRate, double momentum);

  /**
   * Moves {@code p[from..to)} along {@code g[from..to)}. In one update every parameter is moved
   * once, in ranges of any length, in any order and by several threads at the same time. Where
   * parameter and gradient are 0, as in padding, the parameter stays 0.
   *
   * @param kind what the parameters are
   * @param p the parameters, changed in place
   * @param g their gradient; the range may be changed too
   */
  void move(ParameterKind kind, float[] p, float[] g, int from, int to);

  /**
   * As {@link #move}, but along {@code g[at..]}: for gradients of a tile that lie elsewhere than
   * what they move, of which HotSpot makes no vectors. A rule without such a form gets its gradient
   * copied to where {@link #move} looks for it, which costs little.
   *
   * @return whether the range was moved
   */
  default boolean moveTile(ParameterKind kind, float[] p, int from, int to, float[] g, int at) {
    return false;
  }
}

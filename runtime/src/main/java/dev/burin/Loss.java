package dev.burin;

/**
 * The cost of {@code n} samples with {@code m} outputs {@code a} and targets {@code y}, both {@code
 * [n][m]}.
 *
 * <p>Targets are finite. Those of {@link #BINARY_CROSS_ENTROPY} lie from 0 to 1; those of {@link
 * #CROSS_ENTROPY} lie from 0 to 1 and sum to 1 in each row, up to 1e-5. Training, evaluation of the
 * cost and gradient checks refuse others, naming row and column.
 */
public enum Loss {
  /**
   * {@code -1/n sum_s sum_j (y log a + (1-y) log(1-a))}, computed from z; the last activation is
   * {@link Activation#SIGMOID}.
   */
  BINARY_CROSS_ENTROPY,
  /**
   * {@code -1/n sum_s sum_j y log a}, computed from z; the last activation is {@link
   * Activation#SOFTMAX}.
   */
  CROSS_ENTROPY,
  /** {@code 1/(2n) sum_s sum_j (a-y)^2}: half the mean over samples of the squared distance. */
  HALF_MEAN_SQUARED_ERROR,
  /** {@code 1/(nm) sum_s sum_j (a-y)^2}: the mean over samples and outputs. */
  MEAN_SQUARED_ERROR,
  /** {@code 1/(nm) sum_s sum_j |a-y|}: the mean over samples and outputs. */
  MEAN_ABSOLUTE_ERROR,
  /**
   * {@code 1/(nm) sum_s sum_j h(a-y)} with {@code h(d) = d^2/2} where {@code |d| <= 1}, else {@code
   * |d| - 1/2}, as in PyTorch and Keras with their delta of 1: outliers pull no more than others.
   */
  HUBER;

  /** Whether {@code dz = a - y} on the last layer, its activation being part of the loss. */
  public boolean fusesActivation() {
    return this == BINARY_CROSS_ENTROPY || this == CROSS_ENTROPY;
  }

  /** Whether a last layer with this activation can be trained on this loss. */
  public boolean fits(Activation last) {
    return switch (this) {
      case BINARY_CROSS_ENTROPY -> last == Activation.SIGMOID;
      case CROSS_ENTROPY -> last == Activation.SOFTMAX;
      case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER ->
          last != Activation.SOFTMAX;
    };
  }
}

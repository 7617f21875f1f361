package dev.burin;

/** What a layer applies to its sums: {@code a = f(z)}, element by element except for SOFTMAX. */
public enum Activation {
  /** {@code f(z) = z}. */
  IDENTITY,
  /** {@code f(z) = 1 / (1 + exp(-z))}. */
  SIGMOID,
  /** {@code f(z) = tanh(z)}. */
  TANH,
  /** {@code f(z) = z} where {@code z > 0}, else 0; the derivative at 0 is 0. */
  RELU,
  /** {@code f(z) = z} where {@code z > 0}, else {@code 0.01 z}; the derivative at 0 is 0.01. */
  LEAKY_RELU,
  /** {@code f(z) = z} where {@code z > 0}, else {@code exp(z) - 1}. */
  ELU,
  /**
   * {@code f(z) = z * Phi(z)} with the distribution function of the normal law, not the tanh fit.
   */
  GELU,
  /** {@code f(z) = z / (1 + exp(-z))}, also called swish. */
  SILU,
  /** {@code f(z) = log(1 + exp(z))}. */
  SOFTPLUS,
  /**
   * {@code f(z)[j] = exp(z[j]) / sum(exp(z))}: a distribution over the outputs, last layer only.
   */
  SOFTMAX;

  /** The slope of {@link #LEAKY_RELU} below zero. */
  public static final double LEAK = 0.01;

  /**
   * Whether the derivative is computed from the sums {@code z} and not from the outputs {@code a}.
   */
  public boolean derivativeNeedsSum() {
    return switch (this) {
      case GELU, SILU, SOFTPLUS -> true;
      case IDENTITY, SIGMOID, TANH, RELU, LEAKY_RELU, ELU, SOFTMAX -> false;
    };
  }

  /** Whether the derivative jumps at {@code z = 0}, where no difference quotient can follow it. */
  public boolean hasKink() {
    return switch (this) {
      case RELU, LEAKY_RELU -> true;
      case IDENTITY, SIGMOID, TANH, ELU, GELU, SILU, SOFTPLUS, SOFTMAX -> false;
    };
  }
}

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
  /**
   * {@code f(z) = z} where {@code z > 0}, else {@code s z} with the slope s of {@link
   * Network#slopes}, 0.01 if none is given; the derivative at 0 is s.
   */
  LEAKY_RELU,
  /**
   * {@code f(z) = z} where {@code z > 0}, else {@code s (exp(z) - 1)} with the slope s of {@link
   * Network#slopes}, 1 if none is given; the derivative at 0 is s, which others call alpha.
   */
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
   * {@code f(z) = l z} where {@code z > 0}, else {@code l s (exp(z) - 1)} with {@code l =
   * 1.0507009873554805} and {@code s = 1.6732632423543772}, for which layers keep mean 0 and
   * variance 1 (Klambauer et al., 2017); the derivative at 0 is l s.
   */
  SELU,
  /**
   * {@code f(z) = min(max(z + 3, 0), 6) / 6}, as PyTorch and Keras 3 have it; flat at both ends.
   */
  HARD_SIGMOID,
  /** {@code f(z) = z tanh(log(1 + exp(z)))} (Misra, 2019). */
  MISH,
  /**
   * {@code f(z)[j] = exp(z[j]) / sum(exp(z))}: a distribution over the outputs, last layer only.
   */
  SOFTMAX;

  /** The least slope that can be declared: a smaller one is lost beside 1 in float. */
  public static final double LEAST_SLOPE = 1e-6;

  /** The greatest slope that can be declared. */
  public static final double GREATEST_SLOPE = 1e6;

  /**
   * Whether the derivative is computed from the sums {@code z} and not from the outputs {@code a}.
   */
  public boolean derivativeNeedsSum() {
    return switch (this) {
      case GELU, SILU, SOFTPLUS, MISH -> true;
      case IDENTITY, SIGMOID, TANH, RELU, LEAKY_RELU, ELU, SELU, HARD_SIGMOID, SOFTMAX -> false;
    };
  }

  /** Whether the slope just below 0 can be declared, as {@link Network#slopes} says. */
  public boolean takesSlope() {
    return defaultSlope() > 0;
  }

  /** The slope just below 0 where none is declared, and 0 for what takes none. */
  public double defaultSlope() {
    return switch (this) {
      case LEAKY_RELU -> 0.01;
      case ELU -> 1;
      case IDENTITY, SIGMOID, TANH, RELU, GELU, SILU, SOFTPLUS, SELU, HARD_SIGMOID, MISH, SOFTMAX ->
          0;
    };
  }
}

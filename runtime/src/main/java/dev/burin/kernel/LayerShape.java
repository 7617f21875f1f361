package dev.burin.kernel;

import dev.burin.Activation;
import dev.burin.Initializer;
import java.util.Locale;

/**
 * One layer: {@code a = f(W a' + b)} with {@code W} of shape {@code [out][in]}.
 *
 * @param in the number of inputs, at least 1
 * @param out the number of outputs, at least 1
 * @param activation what is applied to the sums
 * @param initializer how the weights start
 * @param scale the standard deviation of {@link Initializer#NORMAL}; unused by the others
 */
public record LayerShape(
    int in, int out, Activation activation, Initializer initializer, double scale) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if a width is below 1 or the scale is not positive and finite
   */
  public LayerShape {
    if (in < 1 || out < 1) {
      throw new IllegalArgumentException(
          "A layer needs at least one input and one output, not " + in + " and " + out + ".");
    }
    if (!(scale > 0.0) || Double.isInfinite(scale)) {
      throw new IllegalArgumentException(
          "The scale of a layer must be positive and finite, not " + scale + ".");
    }
  }

  /** A layer whose weights start with the default initializer of its activation. */
  public static LayerShape of(int in, int out, Activation activation) {
    return new LayerShape(in, out, activation, defaultInitializer(activation), 0.01);
  }

  /** HE before the rectifiers and their smooth kin, GLOROT elsewhere. */
  public static Initializer defaultInitializer(Activation activation) {
    return switch (activation) {
      case RELU, LEAKY_RELU, ELU, GELU, SILU -> Initializer.HE;
      case IDENTITY, SIGMOID, TANH, SOFTPLUS, SOFTMAX -> Initializer.GLOROT;
    };
  }

  /** The standard deviation of the first weights. */
  public double deviation() {
    return initializer.deviation(in, out, scale);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d to %d, %s, %s%s",
        in,
        out,
        activation,
        initializer,
        initializer == Initializer.NORMAL ? " " + scale : "");
  }
}

package dev.burin.interchange;

import dev.burin.Activation;
import dev.burin.kernel.DoubleMath;
import java.util.Objects;

/** Activations in double, one number after the other by their definitions. */
public final class PlainActivation {

  /** What SELU multiplies sums above 0 with (Klambauer and others, 2017). */
  private static final double SELU_ABOVE = 1.0507009873554805;

  /** The depth of SELU below 0: its factor by its alpha. */
  private static final double SELU_BELOW = SELU_ABOVE * 1.6732632423543772;

  private PlainActivation() {}

  /**
   * Applies an activation to the sums of one layer for one sample, in place.
   *
   * @param z {@code [out]}
   * @param slope the slope just below 0, for those that take one
   */
  public static void apply(Activation activation, double slope, double[] z) {
    Objects.requireNonNull(activation, "The activation is null.");
    Objects.requireNonNull(z, "The sums are null.");
    if (activation == Activation.SOFTMAX) {
      softmax(z);
      return;
    }
    for (int j = 0; j < z.length; j++) {
      z[j] = value(activation, slope, z[j]);
    }
  }

  private static double value(Activation activation, double slope, double z) {
    return switch (activation) {
      case IDENTITY -> z;
      case SIGMOID -> sigmoid(z);
      case TANH -> Math.tanh(z);
      case RELU -> Math.max(z, 0);
      case LEAKY_RELU -> z > 0 ? z : slope * z;
      case ELU -> z > 0 ? z : slope * Math.expm1(z);
      case GELU -> DoubleMath.gelu(z);
      case SILU -> z * sigmoid(z);
      case SOFTPLUS -> softplus(z);
      case SELU -> z > 0 ? SELU_ABOVE * z : SELU_BELOW * Math.expm1(z);
      case HARD_SIGMOID -> Math.clamp(z + 3, 0, 6) / 6;
      case MISH -> z * Math.tanh(softplus(z));
      case SOFTMAX -> throw new IllegalArgumentException("Softmax is of all sums together.");
    };
  }

  private static double softplus(double z) {
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  private static void softmax(double[] z) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double each : z) {
      largest = Math.max(largest, each);
    }
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      z[j] = Math.exp(z[j] - largest);
      sum += z[j];
    }
    for (int j = 0; j < z.length; j++) {
      z[j] /= sum;
    }
  }
}

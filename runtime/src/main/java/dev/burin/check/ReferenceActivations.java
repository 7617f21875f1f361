package dev.burin.check;

import dev.burin.Activation;
import dev.burin.shape.LayerShape;
import java.util.Arrays;

/** F2 and B1 in double precision: the activations and their slopes, all from the sums z. */
final class ReferenceActivations {

  private static final double SQRT_HALF = 0.7071067811865476;
  private static final double SQRT_TWO_PI = 2.5066282746310002;

  private static final double SELU_SCALE = 1.0507009873554805;
  private static final double SELU_ALPHA = 1.6732632423543772;

  private ReferenceActivations() {}

  /** F2 a = f(z) of a whole layer; the arrays are different. */
  static void apply(LayerShape layer, double[] z, double[] a) {
    if (layer.activation() == Activation.SOFTMAX) {
      softmax(z, a);
    } else {
      for (int j = 0; j < z.length; j++) {
        a[j] = value(layer, z[j]);
      }
    }
  }

  /** F2 a[j] = f(z[j]). */
  static double value(LayerShape layer, double z) {
    return switch (layer.activation()) {
      case IDENTITY -> z;
      case SIGMOID -> sigmoid(z);
      case TANH -> StrictMath.tanh(z);
      case RELU -> z > 0 || Double.isNaN(z) ? z : 0;
      case LEAKY_RELU -> z > 0 ? z : layer.slope() * z;
      case ELU -> z > 0 ? z : layer.slope() * StrictMath.expm1(z);
      case GELU -> z == 0 ? z : z * normal(z);
      case SILU -> z * sigmoid(z);
      case SOFTPLUS -> softplus(z);
      case SELU -> SELU_SCALE * (z > 0 ? z : SELU_ALPHA * StrictMath.expm1(z));
      case HARD_SIGMOID -> Math.clamp(z + 3, 0.0, 6.0) / 6;
      case MISH -> z == 0 ? z : z * StrictMath.tanh(softplus(z));
      case SOFTMAX -> throw new IllegalArgumentException("SOFTMAX needs all sums of its layer.");
    };
  }

  /** B1 f'(z[j]). */
  static double slope(LayerShape layer, double z) {
    return switch (layer.activation()) {
      case IDENTITY -> 1;
      case SIGMOID -> sigmoid(z) * sigmoid(-z);
      case TANH -> {
        // 1 - tanh(z)^2 = 4 e / (1 + e)^2 with e = exp(-2|z|), which does not cancel.
        double e = StrictMath.exp(-2 * Math.abs(z));
        yield 4 * e / ((1 + e) * (1 + e));
      }
      case RELU -> z > 0 ? 1 : 0;
      case LEAKY_RELU -> z > 0 ? 1 : layer.slope();
      case ELU -> z > 0 ? 1 : layer.slope() * StrictMath.exp(z);
      case GELU -> normal(z) + z * ErrorFunction.bell(z * SQRT_HALF) / SQRT_TWO_PI;
      case SILU -> sigmoid(z) * (1 + z * sigmoid(-z));
      case SOFTPLUS -> sigmoid(z);
      case SELU -> SELU_SCALE * (z > 0 ? 1 : SELU_ALPHA * StrictMath.exp(z));
      case HARD_SIGMOID -> z > -3 && z < 3 ? 1.0 / 6 : 0;
      case MISH -> {
        double t = StrictMath.tanh(softplus(z));
        yield t + z * (1 - t) * (1 + t) * sigmoid(z);
      }
      case SOFTMAX -> throw new IllegalArgumentException("SOFTMAX is derived with its loss.");
    };
  }

  /**
   * Whether a derivative of some order jumps between two sums: there no difference quotient is
   * trusted.
   */
  static boolean bends(Activation activation, double before, double after) {
    return switch (activation) {
      // The slope of ELU is continuous if it is 1 below 0 too, but its curvature jumps.
      case RELU, LEAKY_RELU, ELU, SELU -> before > 0 != after > 0;
      case HARD_SIGMOID -> before > -3 != after > -3 || before < 3 != after < 3;
      case IDENTITY, SIGMOID, TANH, GELU, SILU, SOFTPLUS, MISH, SOFTMAX -> false;
    };
  }

  private static double softplus(double z) {
    return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
  }

  private static double sigmoid(double z) {
    if (z >= 0) {
      return 1 / (1 + StrictMath.exp(-z));
    }
    double e = StrictMath.exp(z);
    return e / (1 + e);
  }

  /** The distribution function of the normal law. */
  private static double normal(double z) {
    return 0.5 * ErrorFunction.complement(-z * SQRT_HALF);
  }

  /**
   * The greatest sum is subtracted first, so that no power overflows. Infinity less itself is no
   * number, but one that stands alone wins, as in the limit.
   */
  private static void softmax(double[] z, double[] a) {
    double greatest = greatest(z);
    boolean alone =
        greatest == Double.POSITIVE_INFINITY
            && Arrays.stream(z).filter(each -> each == greatest).count() == 1;
    double sum = 0;
    for (int j = 0; j < z.length; j++) {
      a[j] = alone && z[j] == greatest ? 1 : StrictMath.exp(z[j] - greatest);
      sum += a[j];
    }
    for (int j = 0; j < z.length; j++) {
      a[j] /= sum;
    }
  }

  static double greatest(double[] z) {
    double greatest = z[0];
    for (double each : z) {
      greatest = Math.max(greatest, each);
    }
    return greatest;
  }
}

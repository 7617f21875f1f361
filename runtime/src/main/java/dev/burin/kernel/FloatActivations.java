package dev.burin.kernel;

import dev.burin.shape.LayerLayout;
import java.util.Arrays;

/** F2 and B1 on one row: an activation and its derivative, element by element. */
public final class FloatActivations {

  private FloatActivations() {}

  /** F2 a = f(z) over the real outputs of a row; the arrays may be the same. */
  static void apply(LayerLayout layer, float[] z, float[] a, int at) {
    int end = at + layer.out();
    float s = (float) layer.layer().slope();
    switch (layer.layer().activation()) {
      case IDENTITY -> System.arraycopy(z, at, a, at, layer.out());
      case SIGMOID -> each(z, a, at, end, FloatMath::sigmoid);
      case TANH -> each(z, a, at, end, FloatMath::tanh);
      case RELU -> each(z, a, at, end, FloatMath::relu);
      case LEAKY_RELU -> each(z, a, at, end, s, FloatMath::leakyRelu);
      case ELU -> each(z, a, at, end, s, FloatMath::elu);
      case GELU -> each(z, a, at, end, FloatMath::gelu);
      case SILU -> each(z, a, at, end, FloatMath::silu);
      case SOFTPLUS -> each(z, a, at, end, FloatMath::softplus);
      case SELU -> each(z, a, at, end, FloatMath::selu);
      case HARD_SIGMOID -> each(z, a, at, end, FloatMath::hardSigmoid);
      case MISH -> each(z, a, at, end, FloatMath::mish);
      case SOFTMAX -> softmax(z, a, at, end);
    }
  }

  /** B1 dz = da * f'(z) over the real outputs of a row, in place of da. */
  static void derive(LayerLayout layer, float[] z, float[] a, float[] dz, int at) {
    float s = (float) layer.layer().slope();
    for (int i = at; i < at + layer.out(); i++) {
      float slope =
          switch (layer.layer().activation()) {
            case IDENTITY -> 1;
            case SIGMOID -> FloatMath.sigmoidSlope(a[i]);
            case TANH -> FloatMath.tanhSlope(a[i]);
            case RELU -> FloatMath.reluSlope(a[i]);
            case LEAKY_RELU -> FloatMath.leakyReluSlope(a[i], s);
            case ELU -> FloatMath.eluSlope(a[i], s);
            case GELU -> FloatMath.geluSlope(z[i]);
            case SILU -> FloatMath.siluSlope(z[i]);
            case SOFTPLUS -> FloatMath.softplusSlope(z[i]);
            case SELU -> FloatMath.seluSlope(a[i]);
            case HARD_SIGMOID -> FloatMath.hardSigmoidSlope(a[i]);
            case MISH -> FloatMath.mishSlope(z[i]);
            case SOFTMAX -> throw new IllegalStateException("SOFTMAX is derived with its loss.");
          };
      dz[i] *= slope;
    }
  }

  /**
   * The size of what comes of a sum that is minus infinity: infinity, 0, 1 or, behind ELU, its
   * slope, which SELU has too; NaN behind SOFTMAX.
   */
  public static float saturation(LayerLayout layer) {
    float[] row = new float[layer.out()];
    Arrays.fill(row, Float.NEGATIVE_INFINITY);
    apply(layer, row, row, 0);
    return Math.abs(row[0]);
  }

  /** The greatest of some numbers; NaN if one of them is. */
  public static float greatest(float[] z, int at, int end) {
    float greatest = z[at];
    for (int i = at + 1; i < end; i++) {
      greatest = Math.max(greatest, z[i]);
    }
    return greatest;
  }

  /**
   * F2 a = softmax(z) over a row whose greatest sum is infinite: what softmax tends to, 1 there and
   * 0 elsewhere, and NaN everywhere if several are infinite.
   *
   * @return false, and nothing is written, if the greatest sum is an ordinary one
   */
  public static boolean limit(float[] z, float[] a, float greatest, int at, int end) {
    if (greatest != Float.POSITIVE_INFINITY) {
      return false;
    }
    int infinite = 0;
    for (int i = at; i < end; i++) {
      infinite += z[i] == greatest ? 1 : 0;
    }
    for (int i = at; i < end; i++) {
      a[i] = infinite > 1 ? Float.NaN : z[i] == greatest ? 1 : 0;
    }
    return true;
  }

  /** F2 a = softmax(z) over one row: exponentials of z less the greatest z, by their sum. */
  public static void softmax(float[] z, float[] a, int at, int end) {
    float greatest = greatest(z, at, end);
    if (limit(z, a, greatest, at, end)) {
      return;
    }
    float sum = 0;
    for (int i = at; i < end; i++) {
      a[i] = FloatMath.exp(z[i] - greatest);
      sum += a[i];
    }
    for (int i = at; i < end; i++) {
      a[i] /= sum;
    }
  }

  /** A function of one number. */
  private interface Function {
    float of(float z);
  }

  /** A function of one number and the slope of its layer. */
  private interface Sloped {
    float of(float z, float s);
  }

  private static void each(float[] z, float[] a, int at, int end, float s, Sloped f) {
    for (int i = at; i < end; i++) {
      a[i] = f.of(z[i], s);
    }
  }

  private static void each(float[] z, float[] a, int at, int end, Function f) {
    for (int i = at; i < end; i++) {
      a[i] = f.of(z[i]);
    }
  }
}

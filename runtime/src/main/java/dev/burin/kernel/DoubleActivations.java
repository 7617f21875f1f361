package dev.burin.kernel;

/** F2 and B1 on one row: an activation and its derivative, element by element. */
public final class DoubleActivations {

  private DoubleActivations() {}

  /** F2 a = f(z) over the real outputs of a row; the arrays may be the same. */
  static void apply(LayerLayout layer, double[] z, double[] a, int at) {
    int end = at + layer.out();
    switch (layer.layer().activation()) {
      case IDENTITY -> System.arraycopy(z, at, a, at, layer.out());
      case SIGMOID -> each(z, a, at, end, DoubleMath::sigmoid);
      case TANH -> each(z, a, at, end, DoubleMath::tanh);
      case RELU -> each(z, a, at, end, DoubleMath::relu);
      case LEAKY_RELU -> each(z, a, at, end, DoubleMath::leakyRelu);
      case ELU -> each(z, a, at, end, DoubleMath::elu);
      case GELU -> each(z, a, at, end, DoubleMath::gelu);
      case SILU -> each(z, a, at, end, DoubleMath::silu);
      case SOFTPLUS -> each(z, a, at, end, DoubleMath::softplus);
      case SOFTMAX -> softmax(z, a, at, end);
    }
  }

  /** B1 dz = da * f'(z) over the real outputs of a row, in place of da. */
  static void derive(LayerLayout layer, double[] z, double[] a, double[] dz, int at) {
    for (int i = at; i < at + layer.out(); i++) {
      double slope =
          switch (layer.layer().activation()) {
            case IDENTITY -> 1;
            case SIGMOID -> DoubleMath.sigmoidSlope(a[i]);
            case TANH -> DoubleMath.tanhSlope(a[i]);
            case RELU -> DoubleMath.reluSlope(a[i]);
            case LEAKY_RELU -> DoubleMath.leakyReluSlope(a[i]);
            case ELU -> DoubleMath.eluSlope(a[i]);
            case GELU -> DoubleMath.geluSlope(z[i]);
            case SILU -> DoubleMath.siluSlope(z[i]);
            case SOFTPLUS -> DoubleMath.softplusSlope(z[i]);
            case SOFTMAX -> throw new IllegalStateException("SOFTMAX is derived with its loss.");
          };
      dz[i] *= slope;
    }
  }

  /** The greatest of some numbers; NaN if one of them is. */
  public static double greatest(double[] z, int at, int end) {
    double greatest = z[at];
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
  public static boolean limit(double[] z, double[] a, double greatest, int at, int end) {
    if (greatest != Double.POSITIVE_INFINITY) {
      return false;
    }
    int infinite = 0;
    for (int i = at; i < end; i++) {
      infinite += z[i] == greatest ? 1 : 0;
    }
    for (int i = at; i < end; i++) {
      a[i] = infinite > 1 ? Double.NaN : z[i] == greatest ? 1 : 0;
    }
    return true;
  }

  /** F2 a = softmax(z) over one row: exponentials of z less the greatest z, by their sum. */
  public static void softmax(double[] z, double[] a, int at, int end) {
    double greatest = greatest(z, at, end);
    if (limit(z, a, greatest, at, end)) {
      return;
    }
    double sum = 0;
    for (int i = at; i < end; i++) {
      a[i] = DoubleMath.exp(z[i] - greatest);
      sum += a[i];
    }
    for (int i = at; i < end; i++) {
      a[i] /= sum;
    }
  }

  /** A function of one number. */
  private interface Function {
    double of(double z);
  }

  private static void each(double[] z, double[] a, int at, int end, Function f) {
    for (int i = at; i < end; i++) {
      a[i] = f.of(z[i]);
    }
  }
}

package dev.burin.kernel;

/**
 * F2 and B1, the activations and their derivatives, for one double, out of operations that IEEE 754
 * rounds in one way only: the same bits on every machine, interpreted or compiled. Generated
 * kernels do the same operations in the same order on each lane. Formulas, fits and errors are in
 * {@code docs/numerics.md}.
 *
 * <p>NaN gives NaN in each function.
 */
public final class DoubleMath {

  /** Below this {@code exp(x)}, and {@code x exp(x)} too, is nearer to 0 than to any double. */
  private static final double EXP_FLOOR = -760.0;

  /** From here on {@code exp(x)} is infinite. */
  private static final double EXP_CEILING = 710.0;

  /** Below its negative {@code exp(x) - 1} rounds to -1, above it {@code 1 + exp(-x)} to 1. */
  private static final double SATURATION = 40.0;

  /** Beyond this {@code a phi(a)} is nearer to 0 than to any double. */
  private static final double GELU_CEILING = 39.0;

  private static final double LOG2_E = 0x1.71547652b82fep0;
  private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
  private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;

  /** 1.5 * 2^52: added to a small number, it leaves the nearest integer in the last bits. */
  private static final double ROUNDER = 0x1.8p52;

  /** ROUNDER whose last bits hold the biased exponent of 2^n once n is added. */
  private static final double EXPONENT = ROUNDER + 1023;

  /** The same for 2^(n+512), which stays normal where 2^n is denormal. */
  private static final double LIFTED_EXPONENT = ROUNDER + 1023 + 512;

  /** The same for 2^(n-512), which stays finite where 2^n is not. */
  private static final double LOWERED_EXPONENT = ROUNDER + 1023 - 512;

  /** The same for a product of two powers, 2^n in all. */
  private static final double TWO_EXPONENTS = ROUNDER + 1023 + 1023;

  /** What takes a result back from 2^512, or both sides of a quotient from 2^-512. */
  private static final double UNLIFT = 0x1p-512;

  /** Below this the series of tanh is used. */
  private static final double TANH_NEAR = 0.55;

  /** From here on {@code tanh(z)} rounds to 1. */
  private static final double TANH_CEILING = 20.0;

  /** The greatest value of the normal density. */
  private static final double INVERSE_SQRT_2PI = 0x1.9884533d43651p-2;

  /** The slope of {@link #selu} above 0. */
  private static final double SELU_ABOVE = 0x1.0cfabd6a91132p0;

  /** The slope of {@link #selu} just below 0, and what it tends to, negative. */
  private static final double SELU_BELOW = 0x1.c212cc640f031p0;

  private static final double SIXTH = 0x1.5555555555555p-3;

  private DoubleMath() {}

  /** {@code exp(x)}: infinite from 709.782713 on, denormal below -708.4, 0 below -745.14. */
  public static double exp(double x) {
    double floored = floored(x);
    double bounded = floored > EXP_CEILING ? EXP_CEILING : floored;
    double shifted = Math.fma(bounded, LOG2_E, TWO_EXPONENTS);
    double growth = DoubleSeries.expm1(rest(bounded, shifted - TWO_EXPONENTS));
    long both = Double.doubleToRawLongBits(shifted);
    long half = both >>> 1;
    double scale = Double.longBitsToDouble(half << 52);
    return Math.fma(scale, growth, scale) * Double.longBitsToDouble((both - half) << 52);
  }

  /** {@code 1 / (1 + exp(-z))}. */
  public static double sigmoid(double z) {
    return 1 / loweredOnePlusExp(-bounded(z)) * UNLIFT;
  }

  /** {@code tanh(z)}, odd in its bits too. */
  public static double tanh(double z) {
    double a = Math.abs(z);
    double twice = 2 * (a > TANH_CEILING ? TANH_CEILING : a);
    double far = 1 - 2 * UNLIFT / loweredOnePlusExp(twice);
    double size = a < TANH_NEAR ? DoubleSeries.tanh(a) : far;
    long sign = Double.doubleToRawLongBits(z) & 0x8000000000000000L;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(size) | sign);
  }

  /** {@code max(z, 0)}; -0 stays. */
  public static double relu(double z) {
    return z < 0 ? 0 : z;
  }

  /** {@code z}, or {@code s z} below 0, with {@code s > 0}. */
  public static double leakyRelu(double z, double s) {
    return z < 0 ? s * z : z;
  }

  /** {@code z}, or {@code s (exp(z) - 1)} below 0, with {@code s > 0}. */
  public static double elu(double z, double s) {
    return z < 0 ? s * expm1(z < -SATURATION ? -SATURATION : z) : z;
  }

  /** {@code z Phi(z)}, with Phi the distribution function of the normal law; 0 at -Infinity. */
  public static double gelu(double z) {
    double a = distance(z);
    return relu(z) - a * DoubleSeries.tail(a, liftedGauss(a)) * UNLIFT;
  }

  /** {@code z / (1 + exp(-z))}; -0 at -Infinity. */
  public static double silu(double z) {
    double x = bounded(z);
    double product = x / loweredOnePlusExp(-x) * UNLIFT;
    return z > SATURATION ? z : product;
  }

  /** {@code log(1 + exp(z))}. */
  public static double softplus(double z) {
    double e = liftedExp(floored(-Math.abs(z))) * UNLIFT;
    return relu(z) + DoubleSeries.log1p(e);
  }

  /** {@code l z}, or {@code l s (exp(z) - 1)} below 0; l and the product l s are constants. */
  public static double selu(double z) {
    return z < 0 ? SELU_BELOW * expm1(z < -SATURATION ? -SATURATION : z) : SELU_ABOVE * z;
  }

  /** {@code (z + 3) / 6}, not below 0 and not above 1. */
  public static double hardSigmoid(double z) {
    double shifted = z + 3;
    double floored = shifted < 0 ? 0 : shifted;
    return (floored > 6 ? 6 : floored) / 6;
  }

  /** {@code z tanh(log(1 + exp(z)))}; -0 at -Infinity. */
  public static double mish(double z) {
    double x = floored(-Math.abs(z));
    double lifted = liftedExp(x);
    double e = lifted * UNLIFT;
    double more = e + 2;
    double below = x * (lifted * more) / Math.fma(e, more, 2.0) * UNLIFT;
    double twice = e + e;
    double top = twice + 1;
    return z < 0 ? below : z * (top / Math.fma(twice, e, top));
  }

  /** The derivative of {@link #sigmoid} where it is a. */
  public static double sigmoidSlope(double a) {
    return a * (1 - a);
  }

  /** The derivative of {@link #tanh} where it is a. */
  public static double tanhSlope(double a) {
    return Math.fma(-a, a, 1.0);
  }

  /** The derivative of {@link #relu} where it is a; 0 at 0. */
  public static double reluSlope(double a) {
    double slope = a > 0 ? 1 : a;
    return a <= 0 ? 0 : slope;
  }

  /** The derivative of {@link #leakyRelu} where it is a; s at 0. */
  public static double leakyReluSlope(double a, double s) {
    double slope = a > 0 ? 1 : a;
    return a <= 0 ? s : slope;
  }

  /** The derivative of {@link #elu} where it is a; s at 0. */
  public static double eluSlope(double a, double s) {
    return a > 0 ? 1 : a + s;
  }

  /** The derivative of {@link #gelu} at z: {@code Phi(z) + z phi(z)}. */
  public static double geluSlope(double z) {
    double a = distance(z);
    double gauss = liftedGauss(a) * UNLIFT;
    double below = DoubleSeries.tail(a, gauss);
    double bend = a * (gauss * INVERSE_SQRT_2PI);
    return z < 0 ? below - bend : 1 - below + bend;
  }

  /** The derivative of {@link #silu} at z: {@code s + z s (1 - s)} with {@code s = sigmoid(z)}. */
  public static double siluSlope(double z) {
    double x = floored(-Math.abs(z));
    double decay = liftedExp(x) * UNLIFT;
    double large = 1 / (1 + decay);
    double small = decay * large;
    double bend = x * (small * large);
    return z < 0 ? small + bend : large - bend;
  }

  /** The derivative of {@link #softplus} at z, which is {@link #sigmoid}. */
  public static double softplusSlope(double z) {
    return sigmoid(z);
  }

  /** The derivative of {@link #selu} where it is a; that from below at 0. */
  public static double seluSlope(double a) {
    return a > 0 ? SELU_ABOVE : a + SELU_BELOW;
  }

  /** The derivative of {@link #hardSigmoid} where it is a; 0 at both ends. */
  public static double hardSigmoidSlope(double a) {
    double slope = a > 0 ? SIXTH : a;
    double floored = a <= 0 ? 0 : slope;
    return a >= 1 ? 0 : floored;
  }

  /** The derivative of {@link #mish} at z, out of {@code exp(-|z|)}. */
  public static double mishSlope(double z) {
    double x = floored(-Math.abs(z));
    double e = liftedExp(x) * UNLIFT;
    double more = e + 1;
    double bend = e * 4 * more;
    double part = e * (e + 2);
    double whole = part + 2;
    double below = part / whole + x * (bend / (whole * whole));
    double top = e + more;
    double bottom = Math.fma(e + e, e, top);
    double above = top / bottom - x * (bend * e / (bottom * bottom));
    return z < 0 ? below : above;
  }

  private static double floored(double x) {
    return x < EXP_FLOOR ? EXP_FLOOR : x;
  }

  /** z inside the bounds beyond which a sigmoid does not change. */
  private static double bounded(double z) {
    double floored = floored(z);
    return floored > SATURATION ? SATURATION : floored;
  }

  /** {@code x - n ln(2)} in two steps, the first without rounding. */
  private static double rest(double x, double n) {
    return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
  }

  /** {@code exp(x) - 1} for {@code |x| <= SATURATION}. */
  private static double expm1(double x) {
    double shifted = Math.fma(x, LOG2_E, EXPONENT);
    double growth = DoubleSeries.expm1(rest(x, shifted - EXPONENT));
    double scale = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) << 52);
    return Math.fma(scale, growth, scale - 1);
  }

  /** {@code 2^512 exp(x)} for {@code EXP_FLOOR <= x <= 0}: all its bits where exp has not. */
  private static double liftedExp(double x) {
    double shifted = Math.fma(x, LOG2_E, LIFTED_EXPONENT);
    double growth = DoubleSeries.expm1(rest(x, shifted - LIFTED_EXPONENT));
    double scale = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) << 52);
    return Math.fma(scale, growth, scale);
  }

  /** {@code 2^-512 (1 + exp(x))} for {@code -SATURATION <= x <= -EXP_FLOOR}. */
  private static double loweredOnePlusExp(double x) {
    double shifted = Math.fma(x, LOG2_E, LOWERED_EXPONENT);
    double growth = DoubleSeries.expm1(rest(x, shifted - LOWERED_EXPONENT));
    double scale = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) << 52);
    // The greater of 1 and 2^n comes last: what is rounded before it is then small beside the sum.
    double less = scale < UNLIFT ? scale : UNLIFT;
    double greater = scale < UNLIFT ? UNLIFT : scale;
    return Math.fma(scale, growth, less) + greater;
  }

  /** {@code |z|}, bounded. */
  private static double distance(double z) {
    double a = Math.abs(z);
    return a > GELU_CEILING ? GELU_CEILING : a;
  }

  /** {@code 2^512 exp(-a^2/2)}, with what the square loses in rounding. */
  private static double liftedGauss(double a) {
    double half = -0.5 * a;
    double x = half * a;
    double lost = Math.fma(half, a, -x);
    double shifted = Math.fma(x, LOG2_E, LIFTED_EXPONENT);
    double growth = DoubleSeries.expm1(rest(x, shifted - LIFTED_EXPONENT) + lost);
    double scale = Double.longBitsToDouble(Double.doubleToRawLongBits(shifted) << 52);
    return Math.fma(scale, growth, scale);
  }
}

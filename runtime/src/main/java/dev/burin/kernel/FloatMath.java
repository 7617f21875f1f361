package dev.burin.kernel;

/**
 * F2 and B1, the activations and their derivatives, for one float, out of operations that IEEE 754
 * rounds in one way only: the same bits on every machine, interpreted or compiled. Generated
 * kernels do the same operations in the same order on each lane. Formulas, fits and errors are in
 * {@code docs/numerics.md}.
 *
 * <p>NaN gives NaN in each function.
 */
public final class FloatMath {

  /** Below this {@code exp(x)}, and {@code x exp(x)} too, is nearer to 0 than to any float. */
  private static final float EXP_FLOOR = -110f;

  /** From here on {@code exp(x)} is infinite. */
  private static final float EXP_CEILING = 89f;

  /** Below its negative {@code exp(x) - 1} rounds to -1, above it {@code 1 + exp(-x)} to 1. */
  private static final float SATURATION = 18f;

  /** Beyond this {@code a phi(a)} is nearer to 0 than to any float. */
  private static final float GELU_CEILING = 15f;

  private static final float LOG2_E = 0x1.715476p0f;
  private static final float LN2_HIGH = 0x1.62e43p-1f;
  private static final float LN2_LOW = -0x1.05c61p-29f;

  /** 1.5 * 2^23: added to a small number, it leaves the nearest integer in the last bits. */
  private static final float ROUNDER = 0x1.8p23f;

  /** ROUNDER whose last bits hold the biased exponent of 2^n once n is added. */
  private static final float EXPONENT = ROUNDER + 127;

  /** The same for 2^(n+64), which stays normal where 2^n is denormal. */
  private static final float LIFTED_EXPONENT = ROUNDER + 127 + 64;

  /** The same for 2^(n-64), which stays finite where 2^n is not. */
  private static final float LOWERED_EXPONENT = ROUNDER + 127 - 64;

  /** The same for a product of two powers, 2^n in all. */
  private static final float TWO_EXPONENTS = ROUNDER + 127 + 127;

  /** What takes a result back from 2^64, or both sides of a quotient from 2^-64. */
  private static final float UNLIFT = 0x1p-64f;

  /** Below this the series of tanh is used. */
  private static final float TANH_NEAR = 0.55f;

  /** From here on {@code tanh(z)} rounds to 1. */
  private static final float TANH_CEILING = 10f;

  /** The greatest value of the normal density. */
  private static final float INVERSE_SQRT_2PI = 0x1.988454p-2f;

  /** The slope of {@link #selu} above 0. */
  private static final float SELU_ABOVE = 0x1.0cfabep0f;

  /** The slope of {@link #selu} just below 0, and what it tends to, negative. */
  private static final float SELU_BELOW = 0x1.c212ccp0f;

  private static final float SIXTH = 0x1.555556p-3f;

  private FloatMath() {}

  /** {@code exp(x)}: infinite from 88.722839 on, denormal below -87.3, 0 below -103.97. */
  public static float exp(float x) {
    float floored = floored(x);
    float bounded = floored > EXP_CEILING ? EXP_CEILING : floored;
    float shifted = Math.fma(bounded, LOG2_E, TWO_EXPONENTS);
    float growth = FloatSeries.expm1(rest(bounded, shifted - TWO_EXPONENTS));
    int both = Float.floatToRawIntBits(shifted);
    int half = both >>> 1;
    float scale = Float.intBitsToFloat(half << 23);
    return Math.fma(scale, growth, scale) * Float.intBitsToFloat((both - half) << 23);
  }

  /** {@code 1 / (1 + exp(-z))}. */
  public static float sigmoid(float z) {
    return 1 / loweredOnePlusExp(-bounded(z)) * UNLIFT;
  }

  /** {@code tanh(z)}, odd in its bits too. */
  public static float tanh(float z) {
    float a = Math.abs(z);
    float twice = 2 * (a > TANH_CEILING ? TANH_CEILING : a);
    float far = 1 - 2 * UNLIFT / loweredOnePlusExp(twice);
    float size = a < TANH_NEAR ? FloatSeries.tanh(a) : far;
    int sign = Float.floatToRawIntBits(z) & 0x80000000;
    return Float.intBitsToFloat(Float.floatToRawIntBits(size) | sign);
  }

  /** {@code max(z, 0)}; -0 stays. */
  public static float relu(float z) {
    return z < 0 ? 0 : z;
  }

  /** {@code z}, or {@code s z} below 0, with {@code s > 0}. */
  public static float leakyRelu(float z, float s) {
    return z < 0 ? s * z : z;
  }

  /** {@code z}, or {@code s (exp(z) - 1)} below 0, with {@code s > 0}. */
  public static float elu(float z, float s) {
    return z < 0 ? s * expm1(z < -SATURATION ? -SATURATION : z) : z;
  }

  /** {@code z Phi(z)}, with Phi the distribution function of the normal law; 0 at -Infinity. */
  public static float gelu(float z) {
    float a = distance(z);
    return relu(z) - a * FloatSeries.tail(a, liftedGauss(a)) * UNLIFT;
  }

  /** {@code z / (1 + exp(-z))}; -0 at -Infinity. */
  public static float silu(float z) {
    float x = bounded(z);
    float product = x / loweredOnePlusExp(-x) * UNLIFT;
    return z > SATURATION ? z : product;
  }

  /** {@code log(1 + exp(z))}. */
  public static float softplus(float z) {
    float e = liftedExp(floored(-Math.abs(z))) * UNLIFT;
    return relu(z) + FloatSeries.log1p(e);
  }

  /** {@code l z}, or {@code l s (exp(z) - 1)} below 0; l and the product l s are constants. */
  public static float selu(float z) {
    return z < 0 ? SELU_BELOW * expm1(z < -SATURATION ? -SATURATION : z) : SELU_ABOVE * z;
  }

  /** {@code (z + 3) / 6}, not below 0 and not above 1. */
  public static float hardSigmoid(float z) {
    float shifted = z + 3;
    float floored = shifted < 0 ? 0 : shifted;
    return (floored > 6 ? 6 : floored) / 6;
  }

  /** {@code z tanh(log(1 + exp(z)))}; -0 at -Infinity. */
  public static float mish(float z) {
    float x = floored(-Math.abs(z));
    float lifted = liftedExp(x);
    float e = lifted * UNLIFT;
    float more = e + 2;
    float below = x * (lifted * more) / Math.fma(e, more, 2f) * UNLIFT;
    float twice = e + e;
    float top = twice + 1;
    return z < 0 ? below : z * (top / Math.fma(twice, e, top));
  }

  /** The derivative of {@link #sigmoid} where it is a. */
  public static float sigmoidSlope(float a) {
    return a * (1 - a);
  }

  /** The derivative of {@link #tanh} where it is a. */
  public static float tanhSlope(float a) {
    return Math.fma(-a, a, 1f);
  }

  /** The derivative of {@link #relu} where it is a; 0 at 0. */
  public static float reluSlope(float a) {
    float slope = a > 0 ? 1 : a;
    return a <= 0 ? 0 : slope;
  }

  /** The derivative of {@link #leakyRelu} where it is a; s at 0. */
  public static float leakyReluSlope(float a, float s) {
    float slope = a > 0 ? 1 : a;
    return a <= 0 ? s : slope;
  }

  /** The derivative of {@link #elu} where it is a; s at 0. */
  public static float eluSlope(float a, float s) {
    return a > 0 ? 1 : a + s;
  }

  /** The derivative of {@link #gelu} at z: {@code Phi(z) + z phi(z)}. */
  public static float geluSlope(float z) {
    float a = distance(z);
    float gauss = liftedGauss(a) * UNLIFT;
    float below = FloatSeries.tail(a, gauss);
    float bend = a * (gauss * INVERSE_SQRT_2PI);
    return z < 0 ? below - bend : 1 - below + bend;
  }

  /** The derivative of {@link #silu} at z: {@code s + z s (1 - s)} with {@code s = sigmoid(z)}. */
  public static float siluSlope(float z) {
    float x = floored(-Math.abs(z));
    float decay = liftedExp(x) * UNLIFT;
    float large = 1 / (1 + decay);
    float small = decay * large;
    float bend = x * (small * large);
    return z < 0 ? small + bend : large - bend;
  }

  /** The derivative of {@link #softplus} at z, which is {@link #sigmoid}. */
  public static float softplusSlope(float z) {
    return sigmoid(z);
  }

  /** The derivative of {@link #selu} where it is a; that from below at 0. */
  public static float seluSlope(float a) {
    return a > 0 ? SELU_ABOVE : a + SELU_BELOW;
  }

  /** The derivative of {@link #hardSigmoid} where it is a; 0 at both ends. */
  public static float hardSigmoidSlope(float a) {
    float slope = a > 0 ? SIXTH : a;
    float floored = a <= 0 ? 0 : slope;
    return a >= 1 ? 0 : floored;
  }

  /** The derivative of {@link #mish} at z, out of {@code exp(-|z|)}. */
  public static float mishSlope(float z) {
    float x = floored(-Math.abs(z));
    float e = liftedExp(x) * UNLIFT;
    float more = e + 1;
    float bend = e * 4 * more;
    float part = e * (e + 2);
    float whole = part + 2;
    float below = part / whole + x * (bend / (whole * whole));
    float top = e + more;
    float bottom = Math.fma(e + e, e, top);
    float above = top / bottom - x * (bend * e / (bottom * bottom));
    return z < 0 ? below : above;
  }

  private static float floored(float x) {
    return x < EXP_FLOOR ? EXP_FLOOR : x;
  }

  /** z inside the bounds beyond which a sigmoid does not change. */
  private static float bounded(float z) {
    float floored = floored(z);
    return floored > SATURATION ? SATURATION : floored;
  }

  /** {@code x - n ln(2)} in two steps, the first without rounding. */
  private static float rest(float x, float n) {
    return Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
  }

  /** {@code exp(x) - 1} for {@code |x| <= SATURATION}. */
  private static float expm1(float x) {
    float shifted = Math.fma(x, LOG2_E, EXPONENT);
    float growth = FloatSeries.expm1(rest(x, shifted - EXPONENT));
    float scale = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << 23);
    return Math.fma(scale, growth, scale - 1);
  }

  /** {@code 2^64 exp(x)} for {@code EXP_FLOOR <= x <= 0}: all its bits where exp has not. */
  private static float liftedExp(float x) {
    float shifted = Math.fma(x, LOG2_E, LIFTED_EXPONENT);
    float growth = FloatSeries.expm1(rest(x, shifted - LIFTED_EXPONENT));
    float scale = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << 23);
    return Math.fma(scale, growth, scale);
  }

  /** {@code 2^-64 (1 + exp(x))} for {@code -SATURATION <= x <= -EXP_FLOOR}. */
  private static float loweredOnePlusExp(float x) {
    float shifted = Math.fma(x, LOG2_E, LOWERED_EXPONENT);
    float growth = FloatSeries.expm1(rest(x, shifted - LOWERED_EXPONENT));
    float scale = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << 23);
    // The greater of 1 and 2^n comes last: what is rounded before it is then small beside the sum.
    float less = scale < UNLIFT ? scale : UNLIFT;
    float greater = scale < UNLIFT ? UNLIFT : scale;
    return Math.fma(scale, growth, less) + greater;
  }

  /** {@code |z|}, bounded. */
  private static float distance(float z) {
    float a = Math.abs(z);
    return a > GELU_CEILING ? GELU_CEILING : a;
  }

  /** {@code 2^64 exp(-a^2/2)}, with what the square loses in rounding. */
  private static float liftedGauss(float a) {
    float half = -0.5f * a;
    float x = half * a;
    float lost = Math.fma(half, a, -x);
    float shifted = Math.fma(x, LOG2_E, LIFTED_EXPONENT);
    float growth = FloatSeries.expm1(rest(x, shifted - LIFTED_EXPONENT) + lost);
    float scale = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << 23);
    return Math.fma(scale, growth, scale);
  }
}

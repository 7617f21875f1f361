package dev.burin.kernel;

/**
 * The activations and their derivatives for one float, out of operations that IEEE 754 rounds in
 * one way only: the same bits on every machine, interpreted or compiled. Generated kernels do the
 * same operations in the same order on each lane. Formulas, fits and errors are in {@code
 * docs/numerics.md}.
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

  private static final float UNLIFT = 0x1p-64f;

  /** {@code exp(r) = 1 + r + r^2 (EXP_0 + EXP_1 r + ...)} for {@code |r| <= ln(2)/2}. */
  private static final float EXP_0 = 0x1.fffffcp-2f;

  private static final float EXP_1 = 0x1.55549p-3f;
  private static final float EXP_2 = 0x1.5558ap-5f;
  private static final float EXP_3 = 0x1.123accp-7f;
  private static final float EXP_4 = 0x1.6a600ep-10f;

  /** {@code log(1 + e) = e - e^2 (LOG_0 + LOG_1 e + ...)} for {@code 0 <= e <= 1}. */
  private static final float LOG_0 = 0x1.ffffd2p-2f;

  private static final float LOG_1 = -0x1.554dd4p-2f;
  private static final float LOG_2 = 0x1.ff249ep-3f;
  private static final float LOG_3 = -0x1.9351p-3f;
  private static final float LOG_4 = 0x1.3a5922p-3f;
  private static final float LOG_5 = -0x1.b5093ep-4f;
  private static final float LOG_6 = 0x1.d785ep-5f;
  private static final float LOG_7 = -0x1.4a1d56p-6f;
  private static final float LOG_8 = 0x1.b1559ep-9f;

  /** {@code exp(a^2/2) Phi(-a)} is the quotient of TAIL_P and TAIL_Q for {@code 0 <= a <= 15}. */
  private static final float TAIL_P0 = 0.5f;

  private static final float TAIL_P1 = 0x1.c116cp-2f;
  private static final float TAIL_P2 = 0x1.779ddap-3f;
  private static final float TAIL_P3 = 0x1.4d466ep-5f;
  private static final float TAIL_P4 = 0x1.0e17dep-8f;
  private static final float TAIL_Q0 = 1f;
  private static final float TAIL_Q1 = 0x1.accd8ep0f;
  private static final float TAIL_Q2 = 0x1.3409d2p0f;
  private static final float TAIL_Q3 = 0x1.e131a2p-2f;
  private static final float TAIL_Q4 = 0x1.a1b956p-4f;
  private static final float TAIL_Q5 = 0x1.528208p-7f;

  /** {@code tanh(z) = z + z^3 (TANH_0 + TANH_1 z^2 + ...)} for {@code |z| < TANH_NEAR}. */
  private static final float TANH_0 = -0x1.55554ap-2f;

  private static final float TANH_1 = 0x1.110cfcp-3f;
  private static final float TANH_2 = -0x1.b92262p-5f;
  private static final float TANH_3 = 0x1.590f5p-6f;
  private static final float TANH_4 = -0x1.9a3fdap-8f;
  private static final float TANH_NEAR = 0.55f;

  /** From here on {@code tanh(z)} rounds to 1. */
  private static final float TANH_CEILING = 10f;

  private static final float INVERSE_SQRT_2PI = 0x1.988454p-2f;

  private static final float LEAK = 0.01f;

  private FloatMath() {}

  /** {@code exp(x)}: infinite from 88.722839 on, denormal below -87.3, 0 below -103.97. */
  public static float exp(float x) {
    float floored = floored(x);
    float bounded = floored > EXP_CEILING ? EXP_CEILING : floored;
    float shifted = Math.fma(bounded, LOG2_E, TWO_EXPONENTS);
    float growth = expm1OfRest(rest(bounded, shifted - TWO_EXPONENTS));
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
    float square = a * a;
    float series = Math.fma(TANH_4, square, TANH_3);
    series = Math.fma(series, square, TANH_2);
    series = Math.fma(series, square, TANH_1);
    series = Math.fma(series, square, TANH_0);
    float near = Math.fma(square * a, series, a);
    float twice = 2 * (a > TANH_CEILING ? TANH_CEILING : a);
    float far = 1 - 2 * UNLIFT / loweredOnePlusExp(twice);
    float size = a < TANH_NEAR ? near : far;
    int sign = Float.floatToRawIntBits(z) & 0x80000000;
    return Float.intBitsToFloat(Float.floatToRawIntBits(size) | sign);
  }

  /** {@code max(z, 0)}; -0 stays. */
  public static float relu(float z) {
    return z < 0 ? 0 : z;
  }

  /** {@code z}, or {@code 0.01 z} below 0. */
  public static float leakyRelu(float z) {
    return z < 0 ? LEAK * z : z;
  }

  /** {@code z}, or {@code exp(z) - 1} below 0. */
  public static float elu(float z) {
    return z < 0 ? expm1(z < -SATURATION ? -SATURATION : z) : z;
  }

  /** {@code z Phi(z)}, with Phi the distribution function of the normal law; 0 at -Infinity. */
  public static float gelu(float z) {
    float a = distance(z);
    return relu(z) - a * tail(a, liftedGauss(a)) * UNLIFT;
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
    float series = Math.fma(LOG_8, e, LOG_7);
    series = Math.fma(series, e, LOG_6);
    series = Math.fma(series, e, LOG_5);
    series = Math.fma(series, e, LOG_4);
    series = Math.fma(series, e, LOG_3);
    series = Math.fma(series, e, LOG_2);
    series = Math.fma(series, e, LOG_1);
    series = Math.fma(series, e, LOG_0);
    return relu(z) + Math.fma(-(e * e), series, e);
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

  /** The derivative of {@link #leakyRelu} where it is a; 0.01 at 0. */
  public static float leakyReluSlope(float a) {
    float slope = a > 0 ? 1 : a;
    return a <= 0 ? LEAK : slope;
  }

  /** The derivative of {@link #elu} where it is a. */
  public static float eluSlope(float a) {
    return a > 0 ? 1 : a + 1;
  }

  /** The derivative of {@link #gelu} at z: {@code Phi(z) + z phi(z)}. */
  public static float geluSlope(float z) {
    float a = distance(z);
    float gauss = liftedGauss(a) * UNLIFT;
    float below = tail(a, gauss);
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

  /** {@code exp(r) - 1} for {@code |r| <= ln(2)/2}. */
  private static float expm1OfRest(float r) {
    float series = Math.fma(EXP_4, r, EXP_3);
    series = Math.fma(series, r, EXP_2);
    series = Math.fma(series, r, EXP_1);
    series = Math.fma(series, r, EXP_0);
    return Math.fma(r * r, series, r);
  }

  /** {@code exp(x) - 1} for {@code |x| <= SATURATION}. */
  private static float expm1(float x) {
    float shifted = Math.fma(x, LOG2_E, EXPONENT);
    float growth = expm1OfRest(rest(x, shifted - EXPONENT));
    float scale = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << 23);
    return Math.fma(scale, growth, scale - 1);
  }

  /** {@code 2^64 exp(x)} for {@code EXP_FLOOR <= x <= 0}: it has all its bits where exp has not. */
  private static float liftedExp(float x) {
    float shifted = Math.fma(x, LOG2_E, LIFTED_EXPONENT);
    float growth = expm1OfRest(rest(x, shifted - LIFTED_EXPONENT));
    float scale = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << 23);
    return Math.fma(scale, growth, scale);
  }

  /** {@code 2^-64 (1 + exp(x))} for {@code -SATURATION <= x <= -EXP_FLOOR}. */
  private static float loweredOnePlusExp(float x) {
    float shifted = Math.fma(x, LOG2_E, LOWERED_EXPONENT);
    float growth = expm1OfRest(rest(x, shifted - LOWERED_EXPONENT));
    float scale = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << 23);
    return Math.fma(scale, growth, scale + UNLIFT);
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
    float growth = expm1OfRest(rest(x, shifted - LIFTED_EXPONENT) + lost);
    float scale = Float.intBitsToFloat(Float.floatToRawIntBits(shifted) << 23);
    return Math.fma(scale, growth, scale);
  }

  /** {@code Phi(-a)}, from {@code exp(-a^2/2)}. */
  private static float tail(float a, float gauss) {
    float p = Math.fma(TAIL_P4, a, TAIL_P3);
    p = Math.fma(p, a, TAIL_P2);
    p = Math.fma(p, a, TAIL_P1);
    p = Math.fma(p, a, TAIL_P0);
    float q = Math.fma(TAIL_Q5, a, TAIL_Q4);
    q = Math.fma(q, a, TAIL_Q3);
    q = Math.fma(q, a, TAIL_Q2);
    q = Math.fma(q, a, TAIL_Q1);
    q = Math.fma(q, a, TAIL_Q0);
    return gauss * p / q;
  }
}

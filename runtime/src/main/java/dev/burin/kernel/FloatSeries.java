package dev.burin.kernel;

/** The fitted polynomials of {@link FloatMath}. */
final class FloatSeries {

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

  /** {@code tanh(a) = a + a^3 (TANH_0 + TANH_1 a^2 + ...)} for {@code a < 0.55}. */
  private static final float TANH_0 = -0x1.55554ap-2f;

  private static final float TANH_1 = 0x1.110cfcp-3f;
  private static final float TANH_2 = -0x1.b92262p-5f;
  private static final float TANH_3 = 0x1.590f5p-6f;
  private static final float TANH_4 = -0x1.9a3fdap-8f;

  /** {@code exp(a^2/2) Phi(-a)} is TAIL_P over TAIL_Q for {@code 0 <= a <= 15}. */
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

  private FloatSeries() {}

  /** {@code exp(r) - 1} for {@code |r| <= ln(2)/2}. */
  static float expm1(float r) {
    float series = Math.fma(EXP_4, r, EXP_3);
    series = Math.fma(series, r, EXP_2);
    series = Math.fma(series, r, EXP_1);
    series = Math.fma(series, r, EXP_0);
    return Math.fma(r * r, series, r);
  }

  /** {@code log(1 + e)} for {@code 0 <= e <= 1}. */
  static float log1p(float e) {
    float series = Math.fma(LOG_8, e, LOG_7);
    series = Math.fma(series, e, LOG_6);
    series = Math.fma(series, e, LOG_5);
    series = Math.fma(series, e, LOG_4);
    series = Math.fma(series, e, LOG_3);
    series = Math.fma(series, e, LOG_2);
    series = Math.fma(series, e, LOG_1);
    series = Math.fma(series, e, LOG_0);
    return Math.fma(-(e * e), series, e);
  }

  /** {@code tanh(a)} for {@code 0 <= a < 0.55}. */
  static float tanh(float a) {
    float square = a * a;
    float series = Math.fma(TANH_4, square, TANH_3);
    series = Math.fma(series, square, TANH_2);
    series = Math.fma(series, square, TANH_1);
    series = Math.fma(series, square, TANH_0);
    return Math.fma(square * a, series, a);
  }

  /** {@code gauss exp(a^2/2) Phi(-a)}: with {@code gauss = exp(-a^2/2)}, Phi(-a). */
  static float tail(float a, float gauss) {
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

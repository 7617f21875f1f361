package dev.burin.kernel;

/** The fitted polynomials of {@link DoubleMath}. */
final class DoubleSeries {

  /** {@code exp(r) = 1 + r + r^2 (EXP_0 + EXP_1 r + ...)} for {@code |r| <= ln(2)/2}. */
  private static final double EXP_0 = 0x1.000000000000ap-1;

  private static final double EXP_1 = 0x1.5555555555503p-3;
  private static final double EXP_2 = 0x1.5555555550691p-5;
  private static final double EXP_3 = 0x1.11111111258d6p-7;
  private static final double EXP_4 = 0x1.6c16c18486855p-10;
  private static final double EXP_5 = 0x1.a01a0135d07d2p-13;
  private static final double EXP_6 = 0x1.a01999290a8e6p-16;
  private static final double EXP_7 = 0x1.71df0c3ad56e8p-19;
  private static final double EXP_8 = 0x1.28ae373f2096dp-22;
  private static final double EXP_9 = 0x1.ada6adffb849p-26;

  /** {@code log(1 + e) = e - e^2 (LOG_0 + LOG_1 e + ...)} for {@code 0 <= e <= 1}. */
  private static final double LOG_0 = 0x1.fffffffffffeep-2;

  private static final double LOG_1 = -0x1.5555555554766p-2;
  private static final double LOG_2 = 0x1.ffffffff85a27p-3;
  private static final double LOG_3 = -0x1.9999998856d46p-3;
  private static final double LOG_4 = 0x1.555553db5a8f1p-3;
  private static final double LOG_5 = -0x1.249233978158bp-3;
  private static final double LOG_6 = 0x1.fffe4244a1d4ap-4;
  private static final double LOG_7 = -0x1.c70f23036a44bp-4;
  private static final double LOG_8 = 0x1.994c15b18a532p-4;
  private static final double LOG_9 = -0x1.72fcf66ee7305p-4;
  private static final double LOG_10 = 0x1.505f51a578741p-4;
  private static final double LOG_11 = -0x1.2caa1c189b8aap-4;
  private static final double LOG_12 = 0x1.026c9193242f7p-4;
  private static final double LOG_13 = -0x1.9c9862cc569ebp-5;
  private static final double LOG_14 = 0x1.25ada79d9f801p-5;
  private static final double LOG_15 = -0x1.64e9d6c37212p-6;
  private static final double LOG_16 = 0x1.61a3e8006799bp-7;
  private static final double LOG_17 = -0x1.0ed0c9cba364ep-8;
  private static final double LOG_18 = 0x1.2a1949b096977p-10;
  private static final double LOG_19 = -0x1.a1349e3f49dfp-13;
  private static final double LOG_20 = 0x1.15acb8bb3603bp-16;

  /** {@code tanh(a) = a + a^3 (TANH_0 + TANH_1 a^2 + ...)} for {@code a < 0.55}. */
  private static final double TANH_0 = -0x1.555555555554fp-2;

  private static final double TANH_1 = 0x1.111111111078dp-3;
  private static final double TANH_2 = -0x1.ba1ba1b97c6cdp-5;
  private static final double TANH_3 = 0x1.664f48592c115p-6;
  private static final double TANH_4 = -0x1.226e2f0b26015p-7;
  private static final double TANH_5 = 0x1.d6d29a09e15b6p-9;
  private static final double TANH_6 = -0x1.7d8fbec96652p-10;
  private static final double TANH_7 = 0x1.3482fba27b12p-11;
  private static final double TANH_8 = -0x1.e9686588e9c7cp-13;
  private static final double TANH_9 = 0x1.5d5e7dfeca7c4p-14;
  private static final double TANH_10 = -0x1.46d95f62ef169p-16;

  /** {@code exp(a^2/2) Phi(-a)} is TAIL_P over TAIL_Q for {@code 0 <= a <= 39}. */
  private static final double TAIL_P0 = 0.5;

  private static final double TAIL_P1 = 0x1.a7c5711bdb783p-1;
  private static final double TAIL_P2 = 0x1.5bc2a221b98adp-1;
  private static final double TAIL_P3 = 0x1.6d9c0d13fd6f4p-2;
  private static final double TAIL_P4 = 0x1.0e1f0e7ac2eebp-3;
  private static final double TAIL_P5 = 0x1.23c3ac727951bp-5;
  private static final double TAIL_P6 = 0x1.d1f608e1041dbp-8;
  private static final double TAIL_P7 = 0x1.0ff486932219fp-10;
  private static final double TAIL_P8 = 0x1.bdcf71552055fp-14;
  private static final double TAIL_P9 = 0x1.d2a64b8b3170ep-18;
  private static final double TAIL_P10 = 0x1.df8e2aa22c574p-23;

  private static final double TAIL_Q0 = 1;
  private static final double TAIL_Q1 = 0x1.3a03cd5d3e956p1;
  private static final double TAIL_Q2 = 0x1.686d80bf4d41cp1;
  private static final double TAIL_Q3 = 0x1.00048cf2a97b4p1;
  private static final double TAIL_Q4 = 0x1.f55bf1c658b85p-1;
  private static final double TAIL_Q5 = 0x1.6441bdf0f7d35p-2;
  private static final double TAIL_Q6 = 0x1.782e56dc6690dp-4;
  private static final double TAIL_Q7 = 0x1.285838d35b619p-6;
  private static final double TAIL_Q8 = 0x1.57213f6414117p-9;
  private static final double TAIL_Q9 = 0x1.17f506ee0495cp-12;
  private static final double TAIL_Q10 = 0x1.246de443b359p-16;
  private static final double TAIL_Q11 = 0x1.2c84493abbbbap-21;

  private DoubleSeries() {}

  /** {@code exp(r) - 1} for {@code |r| <= ln(2)/2}. */
  static double expm1(double r) {
    double series = Math.fma(EXP_9, r, EXP_8);
    series = Math.fma(series, r, EXP_7);
    series = Math.fma(series, r, EXP_6);
    series = Math.fma(series, r, EXP_5);
    series = Math.fma(series, r, EXP_4);
    series = Math.fma(series, r, EXP_3);
    series = Math.fma(series, r, EXP_2);
    series = Math.fma(series, r, EXP_1);
    series = Math.fma(series, r, EXP_0);
    return Math.fma(r * r, series, r);
  }

  /** {@code log(1 + e)} for {@code 0 <= e <= 1}. */
  static double log1p(double e) {
    double series = Math.fma(LOG_20, e, LOG_19);
    series = Math.fma(series, e, LOG_18);
    series = Math.fma(series, e, LOG_17);
    series = Math.fma(series, e, LOG_16);
    series = Math.fma(series, e, LOG_15);
    series = Math.fma(series, e, LOG_14);
    series = Math.fma(series, e, LOG_13);
    series = Math.fma(series, e, LOG_12);
    series = Math.fma(series, e, LOG_11);
    series = Math.fma(series, e, LOG_10);
    series = Math.fma(series, e, LOG_9);
    series = Math.fma(series, e, LOG_8);
    series = Math.fma(series, e, LOG_7);
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
  static double tanh(double a) {
    double square = a * a;
    double series = Math.fma(TANH_10, square, TANH_9);
    series = Math.fma(series, square, TANH_8);
    series = Math.fma(series, square, TANH_7);
    series = Math.fma(series, square, TANH_6);
    series = Math.fma(series, square, TANH_5);
    series = Math.fma(series, square, TANH_4);
    series = Math.fma(series, square, TANH_3);
    series = Math.fma(series, square, TANH_2);
    series = Math.fma(series, square, TANH_1);
    series = Math.fma(series, square, TANH_0);
    return Math.fma(square * a, series, a);
  }

  /** {@code gauss exp(a^2/2) Phi(-a)}: with {@code gauss = exp(-a^2/2)}, Phi(-a). */
  static double tail(double a, double gauss) {
    double p = Math.fma(TAIL_P10, a, TAIL_P9);
    p = Math.fma(p, a, TAIL_P8);
    p = Math.fma(p, a, TAIL_P7);
    p = Math.fma(p, a, TAIL_P6);
    p = Math.fma(p, a, TAIL_P5);
    p = Math.fma(p, a, TAIL_P4);
    p = Math.fma(p, a, TAIL_P3);
    p = Math.fma(p, a, TAIL_P2);
    p = Math.fma(p, a, TAIL_P1);
    p = Math.fma(p, a, TAIL_P0);
    double q = Math.fma(TAIL_Q11, a, TAIL_Q10);
    q = Math.fma(q, a, TAIL_Q9);
    q = Math.fma(q, a, TAIL_Q8);
    q = Math.fma(q, a, TAIL_Q7);
    q = Math.fma(q, a, TAIL_Q6);
    q = Math.fma(q, a, TAIL_Q5);
    q = Math.fma(q, a, TAIL_Q4);
    q = Math.fma(q, a, TAIL_Q3);
    q = Math.fma(q, a, TAIL_Q2);
    q = Math.fma(q, a, TAIL_Q1);
    q = Math.fma(q, a, TAIL_Q0);
    return gauss * p / q;
  }
}

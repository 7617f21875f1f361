package dev.burin.data;

/**
 * The natural logarithm in twice the precision of a double, rounded once at the end. {@link
 * StrictMath#log} would not do: it is off by a unit in the last place so often that three normal
 * numbers of a hundred would differ from NumPy's.
 */
final class RoundedLog {

  /** ln 2 as a sum of two doubles. */
  private static final double LN2 = 0x1.62e42fefa39efp-1;

  private static final double LN2_REST = 0x1.abc9e3b39803fp-56;

  /** The odd denominators of the series go up to here: t is below 0.172, so the rest is 2^-110. */
  private static final int LAST = 39;

  private RoundedLog() {}

  /** The logarithm of a normal positive number. */
  static double log(double x) {
    int exponent = Math.getExponent(x);
    double m = Math.scalb(x, -exponent);
    if (m > Math.sqrt(2)) {
      m /= 2;
      exponent++;
    }
    // log m = 2 atanh t with t = (m - 1) / (m + 1), and m - 1 exact; each sum is high + low.
    double above = m + 1;
    double aboveRest = m - (above - 1);
    double t = (m - 1) / above;
    double tRest = (Math.fma(-t, above, m - 1) - t * aboveRest) / above;
    double square = t * t;
    double squareRest = Math.fma(t, t, -square) + 2 * t * tRest;
    double sum = 0;
    double rest = 0;
    for (int d = LAST; d > 0; d -= 2) {
      double product = sum * square;
      double productRest = Math.fma(sum, square, -product) + sum * squareRest + rest * square;
      double term = 1.0 / d;
      double termRest = Math.fma(-term, d, 1) / d;
      sum = term + product;
      rest = product - (sum - term) + productRest + termRest;
    }
    double atanh = t * sum;
    double atanhRest = Math.fma(t, sum, -atanh) + t * rest + tRest * sum;
    double whole = exponent * LN2;
    double wholeRest = Math.fma(exponent, LN2, -whole) + exponent * LN2_REST;
    double high = whole + 2 * atanh;
    // Where it is not 0, the whole part is the greater one, so that what high lost is exact.
    double low = 2 * atanh - (high - whole);
    return high + (low + wholeRest + 2 * atanhRest);
  }
}

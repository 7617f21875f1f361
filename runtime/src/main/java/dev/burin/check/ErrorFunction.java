package dev.burin.check;

/**
 * The complementary error function in double precision, to about 1e-15 of its value.
 *
 * <p>Near 0 by the series whose terms are all positive, {@code erf(x) = 2/sqrt(pi) exp(-x^2) sum
 * 2^n x^(2n+1) / (1 3 5 .. (2n+1))}, and further out by the continued fraction {@code sqrt(pi)
 * exp(x^2) erfc(x) = 1/(x+ (1/2)/(x+ 1/(x+ (3/2)/(x+ 2/(x+ ...)))))}: Abramowitz and Stegun,
 * Handbook of Mathematical Functions, 7.1.6 and 7.1.14.
 */
public final class ErrorFunction {

  /** Where the series hands over to the fraction: erfc is still large enough to be 1 - erf. */
  private static final double BORDER = 1.0;

  private static final double SQRT_PI = 1.772453850905516;

  private ErrorFunction() {}

  /** {@code erfc(x) = 2/sqrt(pi) * integral from x to infinity of exp(-t^2)}. */
  public static double complement(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    double magnitude = Math.abs(x);
    if (magnitude < BORDER) {
      return 1 - series(x);
    }
    double tail = fraction(magnitude);
    return x > 0 ? tail : 2 - tail;
  }

  /** {@code exp(-x^2)}, with what rounding takes from the square put back. */
  static double bell(double x) {
    double square = x * x;
    double lost = Math.fma(x, x, -square);
    double bell = StrictMath.exp(-square);
    return bell == 0 ? 0 : bell - bell * lost;
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; Math.abs(term) > Math.ulp(sum) / 8; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / SQRT_PI * bell(x) * sum;
  }

  private static double fraction(double x) {
    double bell = bell(x);
    if (bell == 0) {
      return 0;
    }
    // The error of the fraction cut after n terms falls like exp(-2 x sqrt(2 n)), so that this many
    // leave nothing of it in a double.
    int terms = 20 + (int) (200 / (x * x));
    double tail = x;
    for (int n = terms; n >= 1; n--) {
      tail = x + 0.5 * n / tail;
    }
    return bell / (SQRT_PI * tail);
  }
}

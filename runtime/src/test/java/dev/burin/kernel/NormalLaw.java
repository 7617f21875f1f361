package dev.burin.kernel;

/** The distribution function of the normal law, by two textbook expansions. */
final class NormalLaw {

  private NormalLaw() {}

  /** Phi(z), to some 1e-13 of itself. */
  static double below(double z) {
    return z > 0 ? 1 - tail(z) : tail(-z);
  }

  /** Phi(-a) for a >= 0: phi(a) times Mills' ratio, near 0 by the series of its complement. */
  private static double tail(double a) {
    if (a > 40) {
      return 0;
    }
    double density = StrictMath.exp(-a * a / 2) / Math.sqrt(2 * Math.PI);
    if (a < 1.5) {
      double term = a;
      double sum = a;
      for (int k = 3; Math.abs(term) > 1e-18 * sum; k += 2) {
        term *= a * a / k;
        sum += term;
      }
      return 0.5 - density * sum;
    }
    double fraction = a;
    for (int k = (int) (40 + 500 / (a * a)); k > 0; k--) {
      fraction = a + k / fraction;
    }
    return density / fraction;
  }
}

package dev.burin.optimize;

/** The same share of the rate every so many counts, without stairs. */
record ExponentialCurve(long every, double gamma) implements Curve {

  ExponentialCurve {
    Counts.atLeast(1, "length", every);
    Counts.positive("gamma", gamma);
  }

  @Override
  public double factor(long t) {
    return StrictMath.pow(gamma, (double) t / every);
  }
}

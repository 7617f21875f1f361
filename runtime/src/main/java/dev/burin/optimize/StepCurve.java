package dev.burin.optimize;

/** Stairs of one length. */
record StepCurve(long every, double gamma) implements Curve {

  StepCurve {
    Counts.atLeast(1, "length of a stair", every);
    Counts.positive("gamma", gamma);
  }

  @Override
  public double factor(long t) {
    return Rates.power(gamma, t / every);
  }
}

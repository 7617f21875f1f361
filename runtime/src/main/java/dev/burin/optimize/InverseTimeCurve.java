package dev.burin.optimize;

/** One over a line. */
record InverseTimeCurve(long every, double rate, boolean stairs) implements Curve {

  InverseTimeCurve {
    Counts.atLeast(1, "length", every);
    if (!(rate >= 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException(
          "The rate of the schedule is " + rate + ", not finite and at least 0.");
    }
  }

  @Override
  public double factor(long t) {
    long whole = t - t % every;
    double times = (double) (stairs ? whole : t) / every;
    return 1 / (1 + rate * times);
  }
}

package dev.burin.optimize;

/** A line up to where another curve begins. */
record WarmUpCurve(Curve curve, long counts, double start) implements Curve {

  WarmUpCurve {
    Counts.atLeast(1, "warm-up", counts);
    Counts.share("start", start);
  }

  @Override
  public double factor(long t) {
    if (t >= counts) {
      return curve.factor(t - counts);
    }
    return (start + (1 - start) * ((double) t / counts)) * curve.factor(0);
  }

  @Override
  public double momentum(long t, double momentum) {
    return curve.momentum(Math.max(0, t - counts), momentum);
  }
}

package dev.burin.optimize;

/** One over a power. */
record InverseScalingCurve(double power) implements Curve {

  InverseScalingCurve {
    Counts.positive("power", power);
  }

  @Override
  public double factor(long t) {
    return 1 / StrictMath.pow((double) t + 1, power);
  }
}

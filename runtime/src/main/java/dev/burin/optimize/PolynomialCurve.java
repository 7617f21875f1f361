package dev.burin.optimize;

/** A power of what is left of a total. */
record PolynomialCurve(long total, double power, double end, boolean cycles) implements Curve {

  PolynomialCurve {
    Counts.atLeast(1, "total", total);
    Counts.positive("power", power);
    Counts.share("end", end);
  }

  @Override
  public double factor(long t) {
    long length = cycles ? Math.max(1, Math.ceilDiv(t, total)) * total : total;
    double left = 1 - (double) Math.min(t, length) / length;
    return end + (1 - end) * StrictMath.pow(left, power);
  }
}

package dev.burin.optimize;

/** Half a wave, and its end for ever. */
record CosineCurve(long total, double end) implements Curve {

  CosineCurve {
    Counts.atLeast(1, "total", total);
    Counts.share("end", end);
  }

  @Override
  public double factor(long t) {
    return end + (1 - end) * Counts.wave((double) Math.min(t, total) / total);
  }
}

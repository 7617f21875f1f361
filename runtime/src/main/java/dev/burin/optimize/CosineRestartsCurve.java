package dev.burin.optimize;

/** Half waves that begin again. */
record CosineRestartsCurve(long first, long times, double end) implements Curve {

  CosineRestartsCurve {
    Counts.atLeast(1, "first length", first);
    Counts.atLeast(1, "growth of lengths", times);
    Counts.share("end", end);
  }

  @Override
  public double factor(long t) {
    long length = first;
    long left = t;
    if (times == 1) {
      left = t % first;
    }
    while (left >= length) {
      left -= length;
      length *= times;
    }
    return end + (1 - end) * Counts.wave((double) left / length);
  }
}

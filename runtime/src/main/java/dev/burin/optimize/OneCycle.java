package dev.burin.optimize;

/**
 * The curve of {@link Curve#oneCycle}: up to the learning rate of the optimizer and far down again,
 * while the momentum goes the other way.
 *
 * @param total the counts of the cycle, 2 or more; afterwards the rate stays at its end
 * @param rise the share of the total in which the rate rises: above 0, below 1, and below 1/2 with
 *     three phases
 * @param divisor what the rate of the optimizer is divided by at the start: at least 1
 * @param finalDivisor what that rate at the start is divided by at the end: at least 1
 * @param low the momentum at the greatest rate, at least 0 and below 1; NaN if the momentum stays
 * @param high the momentum at both ends, from low to below 1; NaN if the momentum stays
 * @param linear whether it goes along lines and not along waves of the cosine
 * @param threePhases whether the rate falls as it rose before it goes down to the end
 */
public record OneCycle(
    long total,
    double rise,
    double divisor,
    double finalDivisor,
    double low,
    double high,
    boolean linear,
    boolean threePhases)
    implements Curve {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public OneCycle {
    Counts.atLeast(2, "total", total);
    double most = threePhases ? 0.5 : 1;
    if (!(rise * total > 1 && rise < most)) {
      throw new IllegalArgumentException(
          "The rise of the schedule is "
              + rise
              + " of "
              + total
              + "; give more than one count, and less than "
              + most
              + ".");
    }
    if (!(divisor >= 1 && finalDivisor >= 1) || Double.isInfinite(divisor * finalDivisor)) {
      throw new IllegalArgumentException(
          "The divisors of the schedule are "
              + divisor
              + " and "
              + finalDivisor
              + ", not 1 or more and finite.");
    }
    boolean stays = Double.isNaN(low) && Double.isNaN(high);
    if (!stays && !(low >= 0 && low <= high && high < 1)) {
      throw new IllegalArgumentException(
          "The momentum of the schedule goes from "
              + high
              + " to "
              + low
              + "; it goes down, between 0 and below 1.");
    }
  }

  /** A cycle with PyTorch's defaults; see {@link Curve#oneCycle}. */
  public OneCycle(long total) {
    this(total, Math.max(0.3, 1.5 / Math.max(2, total)), 25, 1e4, 0.85, 0.95, false, false);
  }

  /** The same with another share of the total in which the rate rises. */
  public OneCycle withRise(double value) {
    return new OneCycle(total, value, divisor, finalDivisor, low, high, linear, threePhases);
  }

  /** The same with other divisors. */
  public OneCycle withDivisors(double first, double last) {
    return new OneCycle(total, rise, first, last, low, high, linear, threePhases);
  }

  /** The same with other bounds of the momentum. */
  public OneCycle withMomentum(double lowest, double highest) {
    return new OneCycle(total, rise, divisor, finalDivisor, lowest, highest, linear, threePhases);
  }

  /** The same with the momentum that the optimizer has. */
  public OneCycle withoutMomentum() {
    return withMomentum(Double.NaN, Double.NaN);
  }

  /** The same along lines. */
  public OneCycle alongLines() {
    return new OneCycle(total, rise, divisor, finalDivisor, low, high, true, threePhases);
  }

  /** The same with three phases: up, down, and down to the end. */
  public OneCycle inThreePhases() {
    return new OneCycle(total, rise, divisor, finalDivisor, low, high, linear, true);
  }

  @Override
  public double factor(long t) {
    double start = 1 / divisor;
    return at(t, start, 1, start, start / finalDivisor);
  }

  @Override
  public double momentum(long t, double momentum) {
    return Double.isNaN(low) ? momentum : at(t, high, low, high, high);
  }

  private double at(long t, double start, double peak, double again, double end) {
    double top = rise * total - 1;
    if (t <= top) {
      return between(start, peak, t / top);
    }
    double last = total - 1;
    double left = Math.min((double) t, last);
    if (!threePhases) {
      return between(peak, end, (left - top) / (last - top));
    }
    double foot = 2 * rise * total - 2;
    return left <= foot
        ? between(peak, again, (left - top) / (foot - top))
        : between(again, end, (left - foot) / (last - foot));
  }

  private double between(double from, double to, double share) {
    return linear ? from + (to - from) * share : to + (from - to) * Counts.wave(share);
  }
}

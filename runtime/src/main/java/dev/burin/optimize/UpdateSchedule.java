package dev.burin.optimize;

import java.util.Objects;

/** A curve over updates. */
record UpdateSchedule(Curve curve) implements Schedule {

  UpdateSchedule {
    Objects.requireNonNull(curve, "The curve is null; Curve.cosine(1000, 0) is one.");
  }

  @Override
  public double factor(long update, int epoch) {
    return curve.factor(update);
  }

  @Override
  public double momentum(long update, int epoch, double momentum) {
    return curve.momentum(update, momentum);
  }

  @Override
  public String toString() {
    return curve + " by update";
  }
}

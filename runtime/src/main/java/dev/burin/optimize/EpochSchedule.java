package dev.burin.optimize;

import java.util.Objects;

/** A curve over epochs. */
record EpochSchedule(Curve curve) implements Schedule {

  EpochSchedule {
    Objects.requireNonNull(curve, "The curve is null; Curve.step(30, 0.1) is one.");
  }

  @Override
  public double factor(long update, int epoch) {
    return curve.factor(epoch);
  }

  @Override
  public double momentum(long update, int epoch, double momentum) {
    return curve.momentum(epoch, momentum);
  }

  @Override
  public String toString() {
    return curve + " by epoch";
  }
}

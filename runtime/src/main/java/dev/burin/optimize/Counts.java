package dev.burin.optimize;

/** Checks of the numbers that a curve is made from. */
final class Counts {

  private Counts() {}

  static void atLeast(long least, String what, long value) {
    if (value < least) {
      throw new IllegalArgumentException(
          "The " + what + " of the schedule is " + value + ", not " + least + " or more.");
    }
  }

  static void positive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The " + what + " of the schedule is " + value + ", not positive and finite.");
    }
  }

  static void share(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " of the schedule is "
              + value
              + ", not from 0 to 1: it is a share of the learning rate of the optimizer.");
    }
  }

  /** From 1 at 0 to 0 at 1 along half a wave of the cosine. */
  static double wave(double share) {
    return (1 + StrictMath.cos(Math.PI * share)) / 2;
  }
}

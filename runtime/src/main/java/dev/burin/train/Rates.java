package dev.burin.train;

import java.util.Locale;

/** Checks of the numbers that an optimizer is made from. */
final class Rates {

  private Rates() {}

  static void checkLearningRate(double rate) {
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException(
          "The learning rate must be positive and finite, not " + rate + "; try 0.1.");
    }
  }

  static void checkMomentum(double momentum) {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException(
          "The momentum must be at least 0 and below 1, not " + momentum + "; try 0.9.");
    }
  }

  /** The learning rate as a float, which may not lose it altogether. */
  static float learningRate(double rate) {
    return single("learning rate", rate, Float.isInfinite((float) rate));
  }

  /** The momentum as a float: below 1, and 0 only if it was. */
  static float momentum(double momentum) {
    return single("momentum", momentum, (float) momentum == 1);
  }

  /** The weight decay as a float: finite, and 0 only if it was. */
  static float decay(double lambda) {
    return single("weight decay", lambda, Float.isInfinite((float) lambda));
  }

  private static float single(String what, double value, boolean lost) {
    float single = (float) value;
    if (lost || (single == 0 && value != 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The %s %s is %s in a float network, which makes it useless; give a number that a"
                  + " float can hold, or declare precision = DOUBLE.",
              what,
              value,
              single));
    }
    return single;
  }
}

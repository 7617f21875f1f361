package dev.burin.optimize;

import java.util.Locale;

/** Checks of the numbers that an optimizer is made from. */
final class Rates {

  static final String NO_FORM = "The form is null; Form.PYTORCH is the usual one.";

  private Rates() {}

  static void checkLearningRate(double rate) {
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException(
          "The learning rate must be positive and finite, not " + rate + "; try 0.1.");
    }
  }

  static void checkMomentum(double momentum) {
    checkShare("momentum", momentum, 0.9);
  }

  /** A number that is at least 0 and below 1. */
  static void checkShare(String what, double value, double usual) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          "The " + what + " must be at least 0 and below 1, not " + value + "; try " + usual + ".");
    }
  }

  /** A number that is at least 0 and finite. */
  static void checkFactor(String what, double value, double usual) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The " + what + " must be at least 0 and finite, not " + value + "; try " + usual + ".");
    }
  }

  /** A number that keeps a division away from 0. */
  static void checkEpsilon(double value, double usual) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "The epsilon must be positive and finite, not " + value + "; try " + usual + ".");
    }
  }

  /** A power with bits that are the same on every machine. */
  static double power(double base, long exponent) {
    return StrictMath.pow(base, (double) exponent);
  }

  /** A setting of a float network is finite, and 0 only if it was. */
  static void inFloat(String what, double value) {
    single(what, value, Float.isInfinite((float) value));
  }

  /** A share of a float network is below 1, and 0 only if it was. */
  static void shareInFloat(String what, double value) {
    single(what, value, (float) value == 1);
  }

  private static void single(String what, double value, boolean lost) {
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
  }
}

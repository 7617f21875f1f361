package dev.burin.train;

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
  static float single(double rate) {
    float single = (float) rate;
    if (single == 0 || Float.isInfinite(single)) {
      throw new IllegalArgumentException(
          "The learning rate " + rate + " is outside the range of a float network.");
    }
    return single;
  }
}

package dev.burin.train;

/** The greatest absolute value of an array: not finite where one of the values is not. */
final class Magnitude {

  private Magnitude() {}

  static float of(float[] values, int length) {
    float greatest = 0;
    for (int i = 0; i < length; i++) {
      greatest = Math.max(greatest, Math.abs(values[i]));
    }
    return greatest;
  }

  static double of(double[] values, int length) {
    double greatest = 0;
    for (int i = 0; i < length; i++) {
      greatest = Math.max(greatest, Math.abs(values[i]));
    }
    return greatest;
  }
}

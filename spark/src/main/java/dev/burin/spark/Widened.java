package dev.burin.spark;

/** Floats as doubles, without loss. */
final class Widened {

  private Widened() {}

  static void copy(float[] from, double[] to, int at) {
    for (int i = 0; i < from.length; i++) {
      to[at + i] = from[i];
    }
  }
}

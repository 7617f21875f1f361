package dev.burin.optimize;

import dev.burin.shape.LayerLayout;

/** U9 in one training. */
final class FloatClip {

  private FloatClip() {}

  /** Bounds each derivative of a range; NaN stays. */
  static void values(float[] g, int from, int to, float limit) {
    for (int i = from; i < to; i++) {
      g[i] = Math.min(limit, Math.max(-limit, g[i]));
    }
  }

  /** Bounds a whole gradient by lengths. */
  static void lengths(Clip clip, float[] g, LayerLayout[] layers) {
    if (clip.kind() == Clip.Kind.TENSOR_NORM) {
      for (LayerLayout layer : layers) {
        shorten(clip, g, layer.weights(), layer.bias());
        shorten(clip, g, layer.bias(), layer.end());
      }
      return;
    }
    double squares = 0;
    for (LayerLayout layer : layers) {
      squares += squares(g, layer.weights(), layer.bias());
      squares += squares(g, layer.bias(), layer.end());
    }
    double factor = clip.factor(Math.sqrt(squares));
    for (LayerLayout layer : layers) {
      scale(g, layer.weights(), layer.end(), factor);
    }
  }

  private static void shorten(Clip clip, float[] g, int from, int to) {
    scale(g, from, to, clip.factor(Math.sqrt(squares(g, from, to))));
  }

  private static void scale(float[] g, int from, int to, double factor) {
    if (factor == 1) {
      return;
    }
    float by = (float) factor;
    for (int i = from; i < to; i++) {
      g[i] *= by;
    }
  }

  /** The sum of squares in double, in four chains: one order, whatever the machine. */
  static double squares(float[] g, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      s0 = Math.fma(g[i], g[i], s0);
      s1 = Math.fma(g[i + 1], g[i + 1], s1);
      s2 = Math.fma(g[i + 2], g[i + 2], s2);
      s3 = Math.fma(g[i + 3], g[i + 3], s3);
    }
    double sum = (s0 + s2) + (s1 + s3);
    for (; i < to; i++) {
      sum = Math.fma(g[i], g[i], sum);
    }
    return sum;
  }
}

package dev.burin.kernel;

import dev.burin.shape.LayerLayout;
import dev.burin.shape.Storage;

/**
 * The three products of a narrow last layer, whose weights lie in {@link Storage#ROWS}, as plain
 * loops. Its forward sum runs in {@link #LANES} interleaved partial sums.
 */
public final class FloatRows {

  /** The partial sums of one output: the lanes of the widest vector. */
  public static final int LANES = 16;

  private FloatRows() {}

  /**
   * F1 z = W a0 + b: partial sum i takes k = i, i+16, ... from 0 over the whole blocks of 16; the
   * folded partial sums are added to b[j], and the k after the last whole block follow one by one.
   */
  static void affine(LayerLayout layer, float[] p, float[] a0, int a0At, float[] z, int zAt) {
    int whole = layer.in() - layer.in() % LANES;
    for (int j = 0; j < layer.out(); j++) {
      int w = layer.weight(j, 0);
      float sum = p[layer.bias(j)];
      if (whole > 0) {
        sum += folded(p, w, a0, a0At, whole);
      }
      for (int k = whole; k < layer.in(); k++) {
        sum = Math.fma(p[w + k], a0[a0At + k], sum);
      }
      z[zAt + j] = sum;
    }
  }

  /** The sixteen partial sums, halves added lane by lane until one is left. */
  private static float folded(float[] p, int w, float[] a0, int a0At, int whole) {
    float even = quarter(p, w, a0, a0At, whole) + quarter(p, w + 2, a0, a0At + 2, whole);
    float odd = quarter(p, w + 1, a0, a0At + 1, whole) + quarter(p, w + 3, a0, a0At + 3, whole);
    return even + odd;
  }

  private static float quarter(float[] p, int w, float[] a0, int a0At, int whole) {
    float low = lane(p, w, a0, a0At, whole) + lane(p, w + 8, a0, a0At + 8, whole);
    float high = lane(p, w + 4, a0, a0At + 4, whole) + lane(p, w + 12, a0, a0At + 12, whole);
    return low + high;
  }

  private static float lane(float[] p, int w, float[] a0, int a0At, int whole) {
    float sum = 0;
    for (int k = 0; k < whole; k += LANES) {
      sum = Math.fma(p[w + k], a0[a0At + k], sum);
    }
    return sum;
  }

  /** B2 da0 = W^T dz: from 0, j ascending; padding stays 0. */
  static void inputGradient(
      LayerLayout layer, float[] p, float[] dz, int dzAt, float[] da0, int da0At) {
    for (int k = 0; k < layer.in(); k++) {
      float sum = 0;
      for (int j = 0; j < layer.out(); j++) {
        sum = Math.fma(p[layer.weights() + j * layer.in() + k], dz[dzAt + j], sum);
      }
      da0[da0At + k] = sum;
    }
  }

  /**
   * B4 dw = dz a0^T for inputs kFrom to kTo: from 0, samples ascending, added to the total or to 0.
   */
  static void weightGradient(
      LayerLayout layer,
      float[] a0,
      int a0At,
      int stride0,
      float[] dz,
      int from,
      int to,
      boolean add,
      float[] dp,
      int kFrom,
      int kTo) {
    for (int j = 0; j < layer.out(); j++) {
      for (int k = kFrom; k < kTo; k++) {
        float sum = 0;
        for (int s = from; s < to; s++) {
          sum = Math.fma(a0[a0At + s * stride0 + k], dz[s * layer.rowStride() + j], sum);
        }
        int dw = layer.weight(j, k);
        dp[dw] = (add ? dp[dw] : 0) + sum;
      }
    }
  }
}

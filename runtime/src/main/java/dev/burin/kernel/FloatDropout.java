package dev.burin.kernel;

import dev.burin.shape.LayerLayout;

/**
 * D1 and D2: the inputs of a layer with some of them dropped, and the derivative by what they were.
 * Kernels of every width call these loops: they depend on no shape, and C2 makes vectors of them by
 * itself (0.5 ns an input in float and 1.1 in double, a copy of the inputs included).
 */
public final class FloatDropout {

  private FloatDropout() {}

  /**
   * D1: fills {@code ws.d[l]} with the inputs of layer l, each times 0 or 1/(1 - rate). The inputs
   * themselves stay as they are, as B1 computes slopes from them.
   *
   * @param a0 the inputs, from {@code a0At} on for row 0
   */
  public static void forward(FloatWorkspace ws, int l, float[] a0, int a0At, int from, int to) {
    int in = ws.layer(l).in();
    int stride = stride(ws, l);
    for (int s = from; s < to; s++) {
      System.arraycopy(a0, a0At + s * stride, ws.d[l], s * stride, in);
    }
    drop(ws, l, ws.d[l], from, to);
  }

  /**
   * D2: multiplies the derivative by the inputs of layer l, which lies in {@code ws.dz[l - 1]},
   * with what D1 multiplied the inputs with. The hashes are computed again: to read the zeros of
   * {@code ws.d} would take an input that is 0 by itself for one that was dropped.
   */
  public static void backward(FloatWorkspace ws, int l, int from, int to) {
    drop(ws, l, ws.dz[l - 1], from, to);
  }

  private static void drop(FloatWorkspace ws, int l, float[] d, int from, int to) {
    if (!ws.mask.drops()) {
      return;
    }
    LayerLayout layer = ws.layer(l);
    int stride = stride(ws, l);
    int limit = DropoutMask.limit(layer.layer().dropout());
    float scale = (float) DropoutMask.scale(layer.layer().dropout());
    for (int s = from; s < to; s++) {
      long row = ws.mask.row(l, s);
      each(d, s * stride, layer.in(), (int) row, (int) (row >>> 32), limit, scale);
    }
  }

  /** The distance between two rows of the inputs, dropped or not. */
  private static int stride(FloatWorkspace ws, int l) {
    return l == 1 ? ws.layer(l).in() : ws.layer(l - 1).rowStride();
  }

  /**
   * In one array, without a branch and without a product of the index: for another array, which
   * might be the same one, for either of the others C2 would leave this loop scalar, six times
   * slower.
   */
  private static void each(float[] d, int at, int n, int low, int high, int limit, float scale) {
    for (int k = 0; k < n; k++) {
      int h = k ^ low;
      h ^= h >>> 16;
      h *= DropoutMask.FIRST;
      h += high;
      h ^= h >>> 15;
      h *= DropoutMask.SECOND;
      h ^= h >>> 15;
      int kept = 1 + (((h >>> 1) - limit) >> 31);
      d[at + k] *= kept * scale;
    }
  }
}

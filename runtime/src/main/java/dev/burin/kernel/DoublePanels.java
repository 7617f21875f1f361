package dev.burin.kernel;

import java.util.Arrays;

/** The three products of a layer whose weights lie in {@link Storage#PANELS}, as plain loops. */
public final class DoublePanels {

  private DoublePanels() {}

  /** F1 z = W a0 + b: from b[j], k ascending. */
  static void affine(LayerLayout layer, double[] p, double[] a0, int a0At, double[] z, int zAt) {
    System.arraycopy(p, layer.bias(), z, zAt, layer.stride());
    for (int panel = 0; panel < layer.panels(); panel++) {
      int width = layer.panelWidth(panel);
      int to = zAt + panel * layer.panel();
      int w = layer.panelStart(panel);
      for (int k = 0; k < layer.in(); k++, w += width) {
        multiplyAdd(p, w, a0[a0At + k], z, to, width);
      }
    }
  }

  /** B2 da0 = W^T dz: from 0, j ascending; reads the transposed copy. */
  static void inputGradient(
      LayerLayout layer,
      LayerLayout previous,
      double[] wt,
      double[] dz,
      int dzAt,
      double[] da0,
      int da0At) {
    int at = 0;
    for (int panel = 0; panel < previous.panels(); panel++) {
      int width = previous.panelWidth(panel);
      int to = da0At + panel * previous.panel();
      for (int c = 0; c < width; c++) {
        da0[to + c] = 0;
      }
      for (int j = 0; j < layer.out(); j++, at += width) {
        multiplyAdd(wt, at, dz[dzAt + j], da0, to, width);
      }
    }
  }

  /**
   * The copy of W that B2 reads: {@code [panel of inputs][out][lane]}, padding 0. Generated kernels
   * call it too: it moves numbers and computes none.
   *
   * @param layer the layer whose weights are copied
   * @param previous the layer before it, whose panels the inputs follow
   */
  public static void transpose(
      LayerLayout layer, LayerLayout previous, double[] p, double[] wt, int part, int parts) {
    int panels = previous.panels();
    int end = Crew.bound(panels, part + 1, parts);
    for (int panel = Crew.bound(panels, part, parts); panel < end; panel++) {
      int width = previous.panelWidth(panel);
      int first = panel * previous.panel();
      int real = Math.min(width, layer.in() - first);
      for (int c = 0; c < real; c++) {
        int to = first * layer.out() + c;
        for (int j = 0; j < layer.out(); j += layer.panel()) {
          int from = layer.weight(j, first + c);
          int count = Math.min(layer.panel(), layer.out() - j);
          for (int i = 0; i < count; i++, to += width) {
            wt[to] = p[from + i];
          }
        }
      }
    }
  }

  /** B4 dw = dz a0^T for inputs kFrom to kTo: from 0, samples ascending, added to the total. */
  static void weightGradient(
      LayerLayout layer,
      double[] a0,
      int a0At,
      int stride0,
      double[] dz,
      int from,
      int to,
      double[] dp,
      int kFrom,
      int kTo) {
    double[] sum = new double[layer.panel()];
    for (int panel = 0; panel < layer.panels(); panel++) {
      int width = layer.panelWidth(panel);
      int column = panel * layer.panel();
      for (int k = kFrom; k < kTo; k++) {
        Arrays.fill(sum, 0);
        for (int s = from; s < to; s++) {
          multiplyAdd(dz, s * layer.stride() + column, a0[a0At + s * stride0 + k], sum, 0, width);
        }
        int dw = layer.panelStart(panel) + k * width;
        for (int c = 0; c < width; c++) {
          dp[dw + c] += sum[c];
        }
      }
    }
  }

  /** {@code sum[c] = fma(v[c], factor, sum[c])} over one panel; the JIT turns it into SIMD. */
  private static void multiplyAdd(
      double[] v, int vAt, double factor, double[] sum, int sumAt, int width) {
    for (int c = 0; c < width; c++) {
      sum[sumAt + c] = Math.fma(v[vAt + c], factor, sum[sumAt + c]);
    }
  }
}

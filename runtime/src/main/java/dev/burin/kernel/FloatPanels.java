package dev.burin.kernel;

import dev.burin.machine.Crew;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.Storage;
import java.util.Arrays;

/** The three products of a layer whose weights lie in {@link Storage#PANELS}, as plain loops. */
public final class FloatPanels {

  /** Sums that run side by side; the width of every panel is a multiple. */
  private static final int CHAINS = 8;

  /** The numbers of a cache line. */
  private static final int LINE = LayerLayout.GRANULE_BYTES / Float.BYTES;

  /** Some number that a sum of weights hardly ever is. */
  private static final float UNASKED = Float.MIN_VALUE;

  private FloatPanels() {}

  /** F1 z = W a0 + b: from b[j], k ascending; long sums in pieces. */
  static void affine(LayerLayout layer, float[] p, float[] a0, int a0At, float[] z, int zAt) {
    System.arraycopy(p, layer.bias(), z, zAt, layer.stride());
    for (int panel = 0; panel < layer.panels(); panel++) {
      int width = layer.panelWidth(panel);
      int to = zAt + panel * layer.panel();
      for (int c = 0; c < width; c += CHAINS) {
        whole(p, layer.panelStart(panel) + c, width, a0, a0At, layer.in(), z, to + c);
      }
    }
  }

  /**
   * Reads numbers that the tiles of several samples are about to read, so that they come from
   * memory at its speed: a tile asks for too few at a time. Nothing is computed from them;
   * generated kernels call it.
   *
   * @param from the first of them
   * @param length how many, a multiple of the lanes of the widest vector
   */
  public static void fetch(float[] p, int from, int length) {
    float even = 0;
    float odd = 0;
    int end = from + length;
    for (int i = from; i < end; i += 2 * LINE) {
      even += p[i];
      odd += p[Math.min(i + LINE, end - 1)];
    }
    if (even + odd == UNASKED) {
      // C2 drops reads of which nothing is asked; whether it ever happens makes no difference.
      Thread.onSpinWait();
    }
  }

  /** B2 da0 = W^T dz: from 0, j ascending, long sums in pieces; reads the transposed copy. */
  static void inputGradient(
      LayerLayout layer,
      LayerLayout previous,
      float[] wt,
      float[] dz,
      int dzAt,
      float[] da0,
      int da0At) {
    Arrays.fill(da0, da0At, da0At + previous.stride(), 0);
    int at = FloatKernels.ORIGIN;
    for (int panel = 0; panel < previous.panels(); panel++) {
      int width = previous.panelWidth(panel);
      int to = da0At + panel * previous.panel();
      for (int c = 0; c < width; c += CHAINS) {
        whole(wt, at + c, width, dz, dzAt, layer.out(), da0, to + c);
      }
      at += width * layer.out();
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
      LayerLayout layer, LayerLayout previous, float[] p, float[] wt, int part, int parts) {
    int panels = previous.panels();
    int end = Crew.bound(panels, part + 1, parts);
    for (int panel = Crew.bound(panels, part, parts); panel < end; panel++) {
      int first = panel * previous.panel();
      int width = previous.panelWidth(panel);
      int inputs = Math.min(width, layer.in() - first);
      for (int outputs = 0; outputs < layer.panels(); outputs++) {
        int j = outputs * layer.panel();
        int pitch = layer.panelWidth(outputs);
        int from = layer.panelStart(outputs) + first * pitch;
        int to = FloatKernels.ORIGIN + first * layer.out() + j * width;
        block(p, from, pitch, wt, to, width, inputs, Math.min(pitch, layer.out() - j));
      }
    }
  }

  /** Copies one panel's weights from some inputs, whose rows become columns, four at a time. */
  private static void block(
      float[] p, int from, int pitch, float[] wt, int to, int width, int inputs, int outputs) {
    int c = 0;
    for (; c + 4 <= inputs; c += 4) {
      int first = from + c * pitch;
      int second = first + pitch;
      int third = second + pitch;
      int fourth = third + pitch;
      int at = to + c;
      for (int i = 0; i < outputs; i++, at += width) {
        wt[at] = p[first + i];
        wt[at + 1] = p[second + i];
        wt[at + 2] = p[third + i];
        wt[at + 3] = p[fourth + i];
      }
    }
    for (; c < inputs; c++) {
      int at = to + c;
      for (int i = 0; i < outputs; i++, at += width) {
        wt[at] = p[from + c * pitch + i];
      }
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
    float[] sum = new float[CHAINS];
    int dzStride = layer.rowStride();
    for (int k = kFrom; k < kTo; k++) {
      int a = a0At + from * stride0 + k;
      for (int j = 0; j < layer.stride(); j += CHAINS) {
        Arrays.fill(sum, 0);
        sums(dz, from * dzStride + j, dzStride, a0, a, stride0, to - from, sum, 0, false);
        int dw = layer.weight(j, k);
        for (int i = 0; i < CHAINS; i++) {
          dp[dw + i] = (add ? dp[dw + i] : 0) + sum[i];
        }
      }
    }
  }

  /**
   * Continues eight neighbouring sums over n products. Long ones are cut: each piece begins at 0
   * and is added when it is done, pieces ascending.
   */
  private static void whole(
      float[] v, int vAt, int vStep, float[] f, int fAt, int n, float[] sum, int at) {
    boolean cut = Law.cuts(n);
    int piece = cut ? Law.PIECE : n;
    for (int i = 0; i < n; i += piece) {
      int products = Math.min(piece, n - i);
      sums(v, vAt + i * vStep, vStep, f, fAt + i, 1, products, sum, at, cut);
    }
  }

  /**
   * Continues eight neighbouring sums over n products: {@code sum[c] = fma(v[i][c], f[i], sum[c])},
   * i ascending. Eight chains in registers keep the processor busy, in code of every JIT.
   *
   * @param apart whether they begin at 0 and are added to what was there
   */
  private static void sums(
      float[] v,
      int vAt,
      int vStep,
      float[] f,
      int fAt,
      int fStep,
      int n,
      float[] sum,
      int at,
      boolean apart) {
    float s0 = apart ? 0 : sum[at];
    float s1 = apart ? 0 : sum[at + 1];
    float s2 = apart ? 0 : sum[at + 2];
    float s3 = apart ? 0 : sum[at + 3];
    float s4 = apart ? 0 : sum[at + 4];
    float s5 = apart ? 0 : sum[at + 5];
    float s6 = apart ? 0 : sum[at + 6];
    float s7 = apart ? 0 : sum[at + 7];
    for (int i = 0; i < n; i++) {
      float factor = f[fAt + i * fStep];
      int from = vAt + i * vStep;
      s0 = Math.fma(v[from], factor, s0);
      s1 = Math.fma(v[from + 1], factor, s1);
      s2 = Math.fma(v[from + 2], factor, s2);
      s3 = Math.fma(v[from + 3], factor, s3);
      s4 = Math.fma(v[from + 4], factor, s4);
      s5 = Math.fma(v[from + 5], factor, s5);
      s6 = Math.fma(v[from + 6], factor, s6);
      s7 = Math.fma(v[from + 7], factor, s7);
    }
    sum[at] = apart ? sum[at] + s0 : s0;
    sum[at + 1] = apart ? sum[at + 1] + s1 : s1;
    sum[at + 2] = apart ? sum[at + 2] + s2 : s2;
    sum[at + 3] = apart ? sum[at + 3] + s3 : s3;
    sum[at + 4] = apart ? sum[at + 4] + s4 : s4;
    sum[at + 5] = apart ? sum[at + 5] + s5 : s5;
    sum[at + 6] = apart ? sum[at + 6] + s6 : s6;
    sum[at + 7] = apart ? sum[at + 7] + s7 : s7;
  }
}

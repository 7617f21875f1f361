package dev.burin.kernel;

import dev.burin.shape.LayerLayout;

/** Weights of eight bits in plain loops: the law for the bits of {@link CompactLanes}. */
public final class CompactTwin extends CompactKernels {

  /** Sums that run side by side; the width of every panel is a multiple. */
  private static final int CHAINS = 8;

  @Override
  void affine(CompactLayer layer, float[] a0, int a0At, int stride0, int from, int to, float[] z) {
    LayerLayout layout = layer.layout();
    int piece = Law.cuts(layout.in()) ? Law.PIECE : layout.in();
    for (int s = from; s < to; s++) {
      int zAt = s * layout.rowStride();
      int a = a0At + s * stride0;
      System.arraycopy(layer.bias(), 0, z, zAt, layout.stride());
      for (int j = 0; j < layout.stride(); j += CHAINS) {
        for (int k = 0; k < layout.in(); k += piece) {
          int end = Math.min(layout.in(), k + piece);
          products(layer, j, a0, a, k, end, z, zAt + j);
        }
      }
    }
  }

  /** Eight sums over inputs from..to, which begin at 0 and are added where sums are cut. */
  private static void products(
      CompactLayer layer, int j, float[] a0, int a, int from, int to, float[] z, int at) {
    LayerLayout layout = layer.layout();
    boolean apart = Law.cuts(layout.in());
    int width = layout.panelWidth(Math.min(j / layout.panel(), layout.panels() - 1));
    byte[] q = layer.q();
    float[] scale = layer.scale();
    float s0 = apart ? 0 : z[at];
    float s1 = apart ? 0 : z[at + 1];
    float s2 = apart ? 0 : z[at + 2];
    float s3 = apart ? 0 : z[at + 3];
    float s4 = apart ? 0 : z[at + 4];
    float s5 = apart ? 0 : z[at + 5];
    float s6 = apart ? 0 : z[at + 6];
    float s7 = apart ? 0 : z[at + 7];
    int w = layout.weight(j, from);
    for (int k = from; k < to; k++, w += width) {
      float x = a0[a + k];
      s0 = Math.fma(x, q[w] * scale[j], s0);
      s1 = Math.fma(x, q[w + 1] * scale[j + 1], s1);
      s2 = Math.fma(x, q[w + 2] * scale[j + 2], s2);
      s3 = Math.fma(x, q[w + 3] * scale[j + 3], s3);
      s4 = Math.fma(x, q[w + 4] * scale[j + 4], s4);
      s5 = Math.fma(x, q[w + 5] * scale[j + 5], s5);
      s6 = Math.fma(x, q[w + 6] * scale[j + 6], s6);
      s7 = Math.fma(x, q[w + 7] * scale[j + 7], s7);
    }
    z[at] = apart ? z[at] + s0 : s0;
    z[at + 1] = apart ? z[at + 1] + s1 : s1;
    z[at + 2] = apart ? z[at + 2] + s2 : s2;
    z[at + 3] = apart ? z[at + 3] + s3 : s3;
    z[at + 4] = apart ? z[at + 4] + s4 : s4;
    z[at + 5] = apart ? z[at + 5] + s5 : s5;
    z[at + 6] = apart ? z[at + 6] + s6 : s6;
    z[at + 7] = apart ? z[at + 7] + s7 : s7;
  }
}

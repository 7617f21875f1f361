package dev.burin.kernel;

import dev.burin.machine.Lanes;
import dev.burin.shape.LayerLayout;
import java.util.List;

/**
 * F1 and F2 over weights of eight bits, for layers of any shape: what costs time there is to read
 * the weights, so that knowing the shape would gain nothing. Both implementations give the bits of
 * a float network that has the weights {@code (float) q * scale}.
 */
public abstract sealed class CompactKernels permits CompactTwin, CompactLanes {

  /** The kernels for the width of this JVM, or the twin where it has none. */
  public static CompactKernels chosen() {
    return switch (Lanes.chosen()) {
      case PLAIN -> new CompactTwin();
      case V128, V256, V512 -> new CompactLanes();
    };
  }

  /** Fills {@code ws.a} of all layers for rows from..to of {@code x[xAt..]}, {@code [n][in]}. */
  public final void forward(
      List<CompactLayer> layers, float[] x, int xAt, int from, int to, FloatWorkspace ws) {
    float[] a0 = x;
    int a0At = xAt;
    int stride0 = layers.getFirst().layout().in();
    // No iterator, which interpreted code would allocate.
    for (int l = 0; l < layers.size(); l++) {
      CompactLayer layer = layers.get(l);
      LayerLayout layout = layer.layout();
      float[] z = ws.z[layout.number()];
      switch (layout.storage()) {
        case PANELS -> affine(layer, a0, a0At, stride0, from, to, z);
        case ROWS -> {
          for (int s = from; s < to; s++) {
            int at = s * layout.rowStride();
            FloatRows.affine(layout, layer.rows(), a0, a0At + s * stride0, z, at);
          }
        }
      }
      float[] a = ws.a[layout.number()];
      for (int s = from; s < to; s++) {
        FloatActivations.apply(layout, z, a, s * layout.rowStride());
      }
      a0 = a;
      a0At = 0;
      stride0 = layout.rowStride();
    }
  }

  /** F1 z = W a0 + b of a layer in panels for rows from..to, in the order of {@link FloatTwin}. */
  abstract void affine(
      CompactLayer layer, float[] a0, int a0At, int stride0, int from, int to, float[] z);
}

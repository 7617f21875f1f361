package dev.burin.start;

import dev.burin.kernel.CompactKernels;
import dev.burin.kernel.CompactLayer;
import dev.burin.kernel.CompactTwin;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drives the kernels over weights of eight bits, and their twin, with fixed numbers. */
final class CompactTrial implements Trial {

  /** Batches of four rows, of three, and of two times four and one. */
  private static final int[] CUTS = {0, 4, 7, 16};

  /** The rows of the longest. */
  static final int ROWS = CUTS[CUTS.length - 1];

  private final ParameterLayout layout = CompactTrials.LAYOUT;
  private final Pass pass;
  private final int[] cuts;
  private final List<CompactLayer> layers;
  private final float[] x;
  private final CompactKernels twin = new CompactTwin();
  private final CompactKernels kernels;
  private final FloatWorkspace wanted;
  private final FloatWorkspace found;

  CompactTrial(CompactKernels kernels, Pass pass) {
    this.kernels = kernels;
    this.pass = pass;
    this.cuts = pass == Pass.ONE ? new int[] {0, 1} : CUTS;
    this.layers = layout.layers().stream().map(CompactTrial::layer).toList();
    int rows = cuts[cuts.length - 1];
    this.x = new float[rows * layout.shape().inputs()];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i % 101 - 50) / 50f;
    }
    this.wanted = FloatWorkspace.forInference(layout, rows);
    this.found = FloatWorkspace.forInference(layout, rows);
  }

  /** Weights of both signs whose sums stay within the range where activations bend. */
  private static CompactLayer layer(LayerLayout of) {
    CompactLayer layer = CompactLayer.of(of);
    LayerLayout own = layer.layout();
    for (int j = 0; j < own.out(); j++) {
      layer.scale()[j] = (float) ((1 + j % 7) / (500 * Math.sqrt(own.in())));
      layer.bias()[j] = (j % 11 - 5) / 10f;
      for (int k = 0; k < own.in(); k++) {
        layer.q()[own.weight(j, k)] = (byte) ((29 * j + 13 * k) % 255 - 127);
      }
    }
    return layer;
  }

  @Override
  public void twin() {
    run(twin, wanted);
  }

  @Override
  public void kernels() {
    run(kernels, found);
  }

  private void run(CompactKernels side, FloatWorkspace ws) {
    for (int c = 1; c < cuts.length; c++) {
      side.forward(layers, x, 0, cuts[c - 1], cuts[c], ws);
    }
  }

  @Override
  public @Nullable String difference() {
    for (LayerLayout layer : layout.layers()) {
      float[] expected = wanted.a[layer.number()];
      float[] given = found.a[layer.number()];
      for (int s = 0; s < cuts[cuts.length - 1]; s++) {
        int at = s * layer.rowStride();
        int end = at + layer.out();
        int j = Arrays.mismatch(expected, at, end, given, at, end);
        if (j >= 0) {
          return "For "
              + pass.label()
              + ", output "
              + j
              + " of layer "
              + layer.number()
              + " is "
              + given[at + j]
              + ", not "
              + expected[at + j]
              + ".";
        }
      }
    }
    return null;
  }
}

package dev.burin.kernel;

import dev.burin.machine.Lanes;
import dev.burin.shape.LayerLayout;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Weights of eight bits in vectors, whose lanes are outputs: they are widened in registers. Loaded
 * only where the module of vectors is.
 */
final class CompactLanes extends CompactKernels {

  private static final int BITS = Lanes.chosen().bits();

  private static final VectorSpecies<Float> SPECIES =
      VectorSpecies.of(float.class, VectorShape.forBitSize(BITS));

  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, VectorShape.forBitSize(BITS));

  /** As many bytes as there are lanes, or, at 128 bits, the least that a vector holds: twice. */
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, BITS / Float.BYTES)));

  private static final int LANES = SPECIES.length();

  /** The columns of two vectors, which lie side by side in one panel. */
  private static final int HALF = 2 * LANES;

  /** The width of all panels but the last, as a constant: addresses are multiples of it. */
  private static final int PANEL = 2 * LayerLayout.GRANULE_BYTES / Float.BYTES;

  /** Rows that share the reading of a weight: with two vectors of sums each, in 16 registers. */
  private static final int ROWS = 4;

  @Override
  void affine(CompactLayer layer, float[] a0, int a0At, int stride0, int from, int to, float[] z) {
    LayerLayout layout = layer.layout();
    int stride = layout.rowStride();
    for (int s = from; s < to; s++) {
      System.arraycopy(layer.bias(), 0, z, s * stride, layout.stride());
    }
    int piece = Law.cuts(layout.in()) ? Law.PIECE : layout.in();
    int equal = layout.equalPanels() * PANEL;
    int s = from;
    for (; s + ROWS <= to; s += ROWS) {
      int j = 0;
      for (; j < equal; j += HALF) {
        for (int k = 0; k < layout.in(); k += piece) {
          int end = Math.min(layout.in(), k + piece);
          rows(layer, j, a0, a0At + s * stride0, stride0, k, end, z, s * stride + j, stride);
        }
      }
      for (int r = 0; r < ROWS; r++) {
        rest(layer, j, piece, a0, a0At + (s + r) * stride0, z, (s + r) * stride);
      }
    }
    for (; s < to; s++) {
      int j = 0;
      for (; j + 2 * HALF <= equal; j += 2 * HALF) {
        for (int k = 0; k < layout.in(); k += piece) {
          int end = Math.min(layout.in(), k + piece);
          row(layer, j, a0, a0At + s * stride0, k, end, z, s * stride + j);
        }
      }
      rest(layer, j, piece, a0, a0At + s * stride0, z, s * stride);
    }
  }

  /** The outputs from j on for one row, vector by vector. */
  private static void rest(
      CompactLayer layer, int j, int piece, float[] a0, int a, float[] z, int zAt) {
    LayerLayout layout = layer.layout();
    for (int c = j; c < layout.stride(); c += LANES) {
      for (int k = 0; k < layout.in(); k += piece) {
        vector(layer, c, a0, a, k, Math.min(layout.in(), k + piece), z, zAt + c);
      }
    }
  }

  /** Four vectors of sums of one row over inputs from..to. */
  private static void row(
      CompactLayer layer, int j, float[] a0, int a, int from, int to, float[] z, int at) {
    boolean apart = Law.cuts(layer.layout().in());
    int w = layer.layout().weight(j, 0);
    int v = layer.layout().weight(j + HALF, 0);
    byte[] q = layer.q();
    float[] scale = layer.scale();
    FloatVector scale0 = FloatVector.fromArray(SPECIES, scale, j);
    FloatVector scale1 = FloatVector.fromArray(SPECIES, scale, j + LANES);
    FloatVector scale2 = FloatVector.fromArray(SPECIES, scale, j + HALF);
    FloatVector scale3 = FloatVector.fromArray(SPECIES, scale, j + HALF + LANES);
    float[] start = apart ? FloatKernels.ZEROS : z;
    int startAt = apart ? 0 : at;
    FloatVector sum0 = FloatVector.fromArray(SPECIES, start, startAt);
    FloatVector sum1 = FloatVector.fromArray(SPECIES, start, startAt + LANES);
    FloatVector sum2 = FloatVector.fromArray(SPECIES, start, startAt + HALF);
    FloatVector sum3 = FloatVector.fromArray(SPECIES, start, startAt + HALF + LANES);
    for (int k = from; k < to; k++) {
      FloatVector x = FloatVector.broadcast(SPECIES, a0[a + k]);
      int wk = w + k * PANEL;
      int vk = v + k * PANEL;
      sum0 = x.fma(widened(q, wk, scale0), sum0);
      sum1 = x.fma(widened(q, wk + LANES, scale1), sum1);
      sum2 = x.fma(widened(q, vk, scale2), sum2);
      sum3 = x.fma(widened(q, vk + LANES, scale3), sum3);
    }
    store(apart, sum0, z, at);
    store(apart, sum1, z, at + LANES);
    store(apart, sum2, z, at + HALF);
    store(apart, sum3, z, at + HALF + LANES);
  }

  /** Two vectors of sums of each of four rows over inputs from..to. */
  private static void rows(
      CompactLayer layer,
      int j,
      float[] a0,
      int a,
      int stride0,
      int from,
      int to,
      float[] z,
      int at,
      int stride) {
    boolean apart = Law.cuts(layer.layout().in());
    int w = layer.layout().weight(j, 0);
    byte[] q = layer.q();
    FloatVector scale0 = FloatVector.fromArray(SPECIES, layer.scale(), j);
    FloatVector scale1 = FloatVector.fromArray(SPECIES, layer.scale(), j + LANES);
    float[] start = apart ? FloatKernels.ZEROS : z;
    int startAt = apart ? 0 : at;
    int step = apart ? 0 : stride;
    FloatVector sum00 = FloatVector.fromArray(SPECIES, start, startAt);
    FloatVector sum01 = FloatVector.fromArray(SPECIES, start, startAt + LANES);
    FloatVector sum10 = FloatVector.fromArray(SPECIES, start, startAt + step);
    FloatVector sum11 = FloatVector.fromArray(SPECIES, start, startAt + step + LANES);
    FloatVector sum20 = FloatVector.fromArray(SPECIES, start, startAt + 2 * step);
    FloatVector sum21 = FloatVector.fromArray(SPECIES, start, startAt + 2 * step + LANES);
    FloatVector sum30 = FloatVector.fromArray(SPECIES, start, startAt + 3 * step);
    FloatVector sum31 = FloatVector.fromArray(SPECIES, start, startAt + 3 * step + LANES);
    int a1 = a + stride0;
    int a2 = a1 + stride0;
    int a3 = a2 + stride0;
    for (int k = from; k < to; k++) {
      int wk = w + k * PANEL;
      FloatVector w0 = widened(q, wk, scale0);
      FloatVector w1 = widened(q, wk + LANES, scale1);
      FloatVector x0 = FloatVector.broadcast(SPECIES, a0[a + k]);
      sum00 = x0.fma(w0, sum00);
      sum01 = x0.fma(w1, sum01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a0[a1 + k]);
      sum10 = x1.fma(w0, sum10);
      sum11 = x1.fma(w1, sum11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a0[a2 + k]);
      sum20 = x2.fma(w0, sum20);
      sum21 = x2.fma(w1, sum21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a0[a3 + k]);
      sum30 = x3.fma(w0, sum30);
      sum31 = x3.fma(w1, sum31);
    }
    store(apart, sum00, z, at);
    store(apart, sum01, z, at + LANES);
    store(apart, sum10, z, at + stride);
    store(apart, sum11, z, at + stride + LANES);
    store(apart, sum20, z, at + 2 * stride);
    store(apart, sum21, z, at + 2 * stride + LANES);
    store(apart, sum30, z, at + 3 * stride);
    store(apart, sum31, z, at + 3 * stride + LANES);
  }

  /** One vector of sums of one row over inputs from..to, in a panel of any width. */
  private static void vector(
      CompactLayer layer, int j, float[] a0, int a, int from, int to, float[] z, int at) {
    LayerLayout layout = layer.layout();
    boolean apart = Law.cuts(layout.in());
    int width = layout.panelWidth(Math.min(j / PANEL, layout.panels() - 1));
    int w = layout.weight(j, 0);
    byte[] q = layer.q();
    FloatVector scale = FloatVector.fromArray(SPECIES, layer.scale(), j);
    FloatVector sum =
        FloatVector.fromArray(SPECIES, apart ? FloatKernels.ZEROS : z, apart ? 0 : at);
    for (int k = from; k < to; k++) {
      FloatVector x = FloatVector.broadcast(SPECIES, a0[a + k]);
      sum = x.fma(widened(q, w + k * width, scale), sum);
    }
    store(apart, sum, z, at);
  }

  /** Whole numbers of eight bits times their scales, as floats. */
  private static FloatVector widened(byte[] q, int at, FloatVector scale) {
    IntVector whole =
        (IntVector) ByteVector.fromArray(BYTES, q, at).convertShape(VectorOperators.B2I, INTS, 0);
    return ((FloatVector) whole.convert(VectorOperators.I2F, 0)).mul(scale);
  }

  /** The sums of a piece are added to what there is; whole sums are what there is. */
  private static void store(boolean apart, FloatVector sum, float[] z, int at) {
    if (apart) {
      FloatVector.fromArray(SPECIES, z, at).add(sum).intoArray(z, at);
    } else {
      sum.intoArray(z, at);
    }
  }
}

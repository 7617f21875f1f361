package dev.burin.kernel;

import dev.burin.machine.CacheLines;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import dev.burin.shape.Storage;
import java.util.List;
import java.util.Locale;

/**
 * The activations and gradients of some rows, written and read by one batch at a time. Index l of
 * each array belongs to layer l, counted from 1; index 0 is empty.
 */
public final class FloatWorkspace {

  /**
   * One sample, for callers that write the components of a record one by one; empty where no record
   * has as many components as there are inputs, and where there is room for more than one row.
   */
  public final float[] x;

  /** The outputs of each layer: {@code [rows][row stride]}. */
  public final float[][] a;

  /** The sums of each layer; the same array as {@link #a} where only the outputs are kept. */
  public final float[][] z;

  /** The gradient of the cost by the sums: {@code [rows][row stride]}; empty when not training. */
  public final float[][] dz;

  /**
   * The weights with the roles of inputs and outputs exchanged, {@code [panel of
   * inputs][out][lane]} from {@code ORIGIN} on, for the layers whose input gradient reads them so;
   * empty elsewhere.
   */
  public final float[][] wt;

  /** The sixteen partial sums of each row and output of a last layer in {@link Storage#ROWS}. */
  public final float[] partial;

  /**
   * What L1 multiplies the derivative of each row with: 1/n, or 2/(nm) for the plain mean, times
   * the weight of the row where samples have one; empty when not training.
   */
  public final float[] factor;

  /** The loss of each row; empty when not training. */
  public final double[] loss;

  /** More elements than any heap has: for what arrays of Java cannot hold. */
  public static final long NEVER_FITS = Long.MAX_VALUE;

  /** What fits into the parameters of a constructor. */
  private static final int MOST_COMPONENTS = 255;

  private final float[][] packed;
  private final ParameterLayout layout;
  private final int rows;

  private FloatWorkspace(ParameterLayout layout, int rows, int threads, boolean losses) {
    boolean training = threads > 0;
    this.packed = new float[threads][];
    this.layout = layout;
    this.rows = rows;
    int inputs = layout.shape().inputs();
    x = new float[rows == 1 && !training && inputs <= MOST_COMPONENTS ? inputs : 0];
    int last = layout.layers().size();
    a = new float[last + 1][0];
    z = new float[last + 1][0];
    dz = new float[last + 1][0];
    wt = new float[last + 1][0];
    factor = new float[losses ? rows : 0];
    loss = new double[losses ? rows : 0];
    List<LayerLayout> layers = layout.layers();
    boolean narrow = layers.getLast().storage() == Storage.ROWS;
    int sums = narrow ? layers.getLast().out() * FloatRows.LANES : 0;
    partial = new float[Math.multiplyExact(rows, sums)];
    for (int l = 1; l <= last; l++) {
      LayerLayout layer = layers.get(l - 1);
      int length = length(rows, layer);
      a[l] = new float[length];
      boolean keepSums = training && layer.layer().activation().derivativeNeedsSum();
      z[l] = keepSums || (losses && l == last) ? new float[length] : a[l];
      if (losses && (training || l == last)) {
        dz[l] = new float[length];
        if (training && l > 1 && layer.storage() == Storage.PANELS) {
          wt[l] = CacheLines.floats(copied(layer, layers.get(l - 2)));
        }
      }
    }
  }

  /**
   * The elements of a workspace; {@link #NEVER_FITS} if an array does not hold its part of them.
   */
  public static long elements(ParameterLayout layout, int rows, boolean training) {
    long sum = training ? FloatKernels.PACKED_LENGTH + 3L * rows : 0;
    int before = 0;
    for (LayerLayout layer : layout.layers()) {
      long activations = (long) rows * layer.rowStride();
      long copied = training ? (long) layer.out() * before : 0;
      if (Math.max(activations, copied) > Integer.MAX_VALUE - FloatKernels.ORIGIN) {
        return NEVER_FITS;
      }
      sum += (training ? 3 : 1) * activations + copied;
      before = layer.stride();
    }
    return sum + (long) rows * LayerLayout.NARROW * FloatRows.LANES;
  }

  private static int length(int rows, LayerLayout layer) {
    if ((long) rows * layer.rowStride() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A layer of %d neurons does not go through %d samples at a time: an array of Java"
                  + " holds %d of them; use batches of that size or smaller.",
              layer.out(),
              rows,
              Integer.MAX_VALUE / layer.rowStride()));
    }
    return rows * layer.rowStride();
  }

  /** The length of the weights with inputs and outputs exchanged. */
  private static int copied(LayerLayout layer, LayerLayout previous) {
    long weights = FloatKernels.ORIGIN + (long) layer.out() * previous.stride();
    if (weights > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Training copies the weights of layer %d with padding, %d elements, and an array of"
                  + " Java does not hold that many; make the layer narrower than its %d neurons.",
              layer.number(),
              weights,
              layer.out()));
    }
    return (int) weights;
  }

  /** Room for the forward pass of some rows. */
  public static FloatWorkspace forInference(ParameterLayout layout, int rows) {
    return new FloatWorkspace(layout, rows, 0, false);
  }

  /**
   * Room for the forward pass of some rows and their losses, without anything as long as weights.
   */
  public static FloatWorkspace forLosses(ParameterLayout layout, int rows) {
    return new FloatWorkspace(layout, rows, 0, true);
  }

  /** Room for the forward and backward pass of some rows by one thread. */
  public static FloatWorkspace forTraining(ParameterLayout layout, int rows) {
    return forTraining(layout, rows, 1);
  }

  /** Room for the forward and backward pass of some rows by some threads at once. */
  public static FloatWorkspace forTraining(ParameterLayout layout, int rows, int threads) {
    return new FloatWorkspace(layout, rows, threads, true);
  }

  /**
   * Where one part of a weight gradient puts what its tiles read side by side, and of a step what
   * they write; parts that run at the same time have places of their own.
   */
  public float[] packed(int part) {
    int place = part % packed.length;
    float[] array = packed[place];
    if (array == null) {
      array = CacheLines.floats(FloatKernels.PACKED_LENGTH);
      packed[place] = array;
    }
    return array;
  }

  /** The layout of layer {@code number}, counted from 1. */
  public LayerLayout layer(int number) {
    return layout.layer(number);
  }

  /** The number of rows that fit. */
  public int rows() {
    return rows;
  }

  @Override
  public String toString() {
    return "workspace of " + layout.shape().widths() + " for " + rows + " rows";
  }
}

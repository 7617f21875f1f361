package dev.burin.kernel;

import dev.burin.machine.CacheLines;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import dev.burin.shape.Storage;
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
   * D1: the inputs of each layer that drops some of them, 0 where they are dropped: {@code
   * [rows][stride of the inputs]}; empty elsewhere.
   */
  public final float[][] d;

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

  /** Which inputs of the rows are dropped. */
  public final DropoutMask mask = new DropoutMask();

  private final float[][] packed;
  private final WorkspaceLayout layout;
  private final int rows;

  private FloatWorkspace(ParameterLayout parameters, int rows, int threads, boolean losses) {
    this.packed = new float[threads][];
    this.layout = new WorkspaceLayout(parameters, threads > 0);
    this.rows = rows;
    int last = layout.last();
    x = new float[layout.sample(rows)];
    a = new float[last + 1][0];
    z = new float[last + 1][0];
    dz = new float[last + 1][0];
    d = new float[last + 1][0];
    wt = new float[last + 1][0];
    factor = new float[losses ? rows : 0];
    loss = new double[losses ? rows : 0];
    partial = new float[Math.toIntExact(layout.partial(rows))];
    for (int l = 1; l <= last; l++) {
      a[l] = new float[rows(layout.outputs(l, rows), l)];
      z[l] = layout.keepsSums(l) || (losses && l == last) ? new float[a[l].length] : a[l];
      dz[l] = new float[layout.training() || (losses && l == last) ? a[l].length : 0];
      d[l] = new float[rows(layout.dropped(l, rows), l - 1)];
      wt[l] = layout.transposes(l) ? CacheLines.floats(copied(l)) : wt[l];
    }
  }

  /** The elements of a workspace for one thread; {@link #NEVER_FITS} if no array holds it. */
  public static long elements(ParameterLayout parameters, int rows, boolean training) {
    long elements = new WorkspaceLayout(parameters, training).elements(rows);
    boolean packs = training && elements != NEVER_FITS;
    return elements + (packs ? FloatKernels.PACKED_LENGTH : 0);
  }

  /** A number of elements that an array holds; {@code l} is whose neurons they belong to. */
  private int rows(long elements, int l) {
    if (elements > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A layer of %d neurons does not go through %d samples at a time: an array of Java"
                  + " holds %d of them; use batches of that size or smaller.",
              l == 0 ? layout.layer(1).in() : layout.layer(l).out(),
              rows,
              Integer.MAX_VALUE / (elements / rows)));
    }
    return (int) elements;
  }

  private int copied(int l) {
    long weights = layout.transposed(l);
    if (weights > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Training copies the weights of layer %d with padding, %d elements, and an array of"
                  + " Java does not hold that many; make the layer narrower than its %d neurons.",
              l,
              weights,
              layout.layer(l).out()));
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
    return "workspace of " + layout.parameters().shape().widths() + " for " + rows + " rows";
  }
}

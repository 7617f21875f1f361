package dev.burin.kernel;

import java.util.List;

/**
 * The activations and gradients of some rows, written and read by one batch at a time. Index l of
 * each array belongs to layer l, counted from 1; index 0 is empty.
 */
public final class DoubleWorkspace {

  /** One sample, for callers that write its inputs one by one. */
  public final double[] x;

  /** The outputs of each layer: {@code [rows][row stride]}. */
  public final double[][] a;

  /** The sums of each layer; the same array as {@link #a} where only the outputs are kept. */
  public final double[][] z;

  /** The gradient of the cost by the sums: {@code [rows][row stride]}; empty when not training. */
  public final double[][] dz;

  /**
   * The weights with the roles of inputs and outputs exchanged, {@code [panel of
   * inputs][out][lane]} from {@code ORIGIN} on, for the layers whose input gradient reads them so;
   * empty elsewhere.
   */
  public final double[][] wt;

  /** The sixteen partial sums of each row and output of a last layer in {@link Storage#ROWS}. */
  public final double[] partial;

  /** The loss of each row; empty when not training. */
  public final double[] loss;

  private final double[][] packed;
  private final ParameterLayout layout;
  private final int rows;

  private DoubleWorkspace(ParameterLayout layout, int rows, int threads) {
    boolean training = threads > 0;
    this.packed = new double[threads][];
    this.layout = layout;
    this.rows = rows;
    x = new double[layout.shape().inputs()];
    int last = layout.layers().size();
    a = new double[last + 1][0];
    z = new double[last + 1][0];
    dz = new double[last + 1][0];
    wt = new double[last + 1][0];
    loss = new double[training ? rows : 0];
    List<LayerLayout> layers = layout.layers();
    boolean narrow = layers.getLast().storage() == Storage.ROWS;
    int sums = narrow ? layers.getLast().out() * DoubleRows.LANES : 0;
    partial = new double[Math.multiplyExact(rows, sums)];
    for (int l = 1; l <= last; l++) {
      LayerLayout layer = layers.get(l - 1);
      int length = Math.multiplyExact(rows, layer.rowStride());
      a[l] = new double[length];
      boolean keepSums = l == last || layer.layer().activation().derivativeNeedsSum();
      z[l] = training && keepSums ? new double[length] : a[l];
      if (training) {
        dz[l] = new double[length];
        if (l > 1 && layer.storage() == Storage.PANELS) {
          int weights = Math.multiplyExact(layer.out(), layers.get(l - 2).stride());
          wt[l] = CacheLines.doubles(Math.addExact(DoubleKernels.ORIGIN, weights));
        }
      }
    }
  }

  /** Room for the forward pass of some rows. */
  public static DoubleWorkspace forInference(ParameterLayout layout, int rows) {
    return new DoubleWorkspace(layout, rows, 0);
  }

  /** Room for the forward and backward pass of some rows by one thread. */
  public static DoubleWorkspace forTraining(ParameterLayout layout, int rows) {
    return forTraining(layout, rows, 1);
  }

  /** Room for the forward and backward pass of some rows by some threads at once. */
  static DoubleWorkspace forTraining(ParameterLayout layout, int rows, int threads) {
    return new DoubleWorkspace(layout, rows, threads);
  }

  /**
   * Where one part of a weight gradient puts what its tiles read side by side, and of a step what
   * they write; parts that run at the same time have places of their own.
   */
  public double[] packed(int part) {
    int place = part % packed.length;
    double[] array = packed[place];
    if (array == null) {
      array = CacheLines.doubles(DoubleKernels.PACKED_LENGTH);
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

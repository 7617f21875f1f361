package dev.burin.kernel;

import dev.burin.machine.CacheLines;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import dev.burin.shape.Storage;
import java.util.Locale;

/**
 * Which arrays a workspace has and how many elements are in each: what the runtime allocates, what
 * estimates of memory count, and what generated code may read. Index l of an array belongs to layer
 * l, counted from 1.
 *
 * @param parameters the network
 * @param training whether there is a backward pass
 */
public record WorkspaceLayout(ParameterLayout parameters, boolean training) {

  /** What fits into the parameters of a constructor. */
  private static final int MOST_COMPONENTS = 255;

  /** The layout of layer l. */
  public LayerLayout layer(int l) {
    return parameters.layer(l);
  }

  /** The number of the last layer. */
  public int last() {
    return parameters.layers().size();
  }

  /**
   * Whether the sums of layer l have an array of their own. L1 reads those of the last layer, and
   * B1 those of layers whose slope is not known from their outputs; all others may be overwritten.
   */
  public boolean keepsSums(int l) {
    return training && (l == last() || layer(l).layer().activation().derivativeNeedsSum());
  }

  /**
   * Whether B2 of layer l reads a copy of its weights with the roles of inputs and outputs
   * exchanged.
   */
  public boolean transposes(int l) {
    return training && l > 1 && layer(l).storage() == Storage.PANELS;
  }

  /** Whether F1 and B4 of layer l read inputs of which some are dropped, from {@code ws.d[l]}. */
  public boolean drops(int l) {
    return training && layer(l).layer().dropout() > 0;
  }

  /** Whether the last layer has whole blocks of inputs, whose sums are folded. */
  public boolean folds() {
    LayerLayout layer = layer(last());
    return layer.storage() == Storage.ROWS && layer.in() >= FloatRows.LANES;
  }

  /** The elements of {@code a[l]} for some rows, as those of {@code z[l]} and {@code dz[l]}. */
  long outputs(int l, int rows) {
    return (long) rows * layer(l).rowStride();
  }

  /** The elements of {@code d[l]} for some rows. */
  long dropped(int l, int rows) {
    return drops(l) ? (long) rows * inputStride(l) : 0;
  }

  /** The distance between two rows of the inputs of layer l. */
  int inputStride(int l) {
    return l == 1 ? layer(l).in() : layer(l - 1).rowStride();
  }

  /** The elements of {@code wt[l]}, those in front of the first cache line included. */
  long transposed(int l) {
    int origin = CacheLines.ORIGIN_BYTES / parameters.shape().precision().bytes();
    return transposes(l) ? origin + (long) layer(l).out() * layer(l - 1).stride() : 0;
  }

  /** The elements of {@code partial} for some rows. */
  long partial(int rows) {
    return folds() ? (long) rows * layer(last()).out() * FloatRows.LANES : 0;
  }

  /** The elements of {@code factor} for some rows, and of {@code loss}. */
  int perRow(int rows) {
    return training ? rows : 0;
  }

  /** The elements of {@code x}: one sample, where a record can have as many components. */
  int sample(int rows) {
    int inputs = parameters.shape().inputs();
    return rows == 1 && !training && inputs <= MOST_COMPONENTS ? inputs : 0;
  }

  /**
   * The elements of all arrays for some rows, but for what threads pack; {@link Trials#NEVER_FITS}
   * if an array of Java does not hold its part of them.
   */
  long elements(int rows) {
    // The losses are doubles.
    long sum = sample(rows) + 3L * perRow(rows) + partial(rows);
    long longest = partial(rows);
    for (int l = 1; l <= last(); l++) {
      long outputs = outputs(l, rows);
      int arrays = (keepsSums(l) ? 2 : 1) + (training ? 1 : 0);
      sum += arrays * outputs + dropped(l, rows) + transposed(l);
      longest = Math.max(longest, Math.max(outputs, Math.max(dropped(l, rows), transposed(l))));
    }
    return longest > Integer.MAX_VALUE ? FloatWorkspace.NEVER_FITS : sum;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "workspace of %s for %s",
        parameters.shape().widths(),
        training ? "training" : "inference");
  }
}

package dev.burin.shape;

import dev.burin.Precision;
import java.util.Locale;

/**
 * Where the parameters of one layer lie in the flat array of its network, and how wide its rows of
 * activations are.
 *
 * <p>The layout follows from the shape alone and never from the machine, so that one array of
 * parameters serves every SIMD width. Padding is zero and stays zero: it never enters a sum.
 *
 * @param layer the shape of the layer
 * @param number the place of the layer in the network, from 1
 * @param storage the order of the weights
 * @param stride the columns of this layer with their padding: {@code out} for ROWS, {@code out}
 *     rounded up to whole vectors for PANELS
 * @param panel the width of all panels but the last, which also holds what does not fill another
 * @param weights the index of the first weight
 * @param bias the index of the first bias
 * @param end the index after the last bias
 */
public record LayerLayout(
    LayerShape layer,
    int number,
    Storage storage,
    int stride,
    int panel,
    int weights,
    int bias,
    int end) {

  /** The widest last layer that is stored in ROWS. */
  public static final int NARROW = 4;

  /** The cache lines between rows from which on a level-1 cache of 64 sets is crowded. */
  private static final int CROWDED_LINES = 8;

  /** The bytes that rows are padded to: one 512-bit vector. */
  public static final int GRANULE_BYTES = 64;

  /** The granules of the widest panel: two, and one that would not fill another. */
  public static final int WIDEST_PANEL = 3;

  static LayerLayout of(
      LayerShape layer, int number, boolean last, Precision precision, int weights) {
    int granule = GRANULE_BYTES / precision.bytes();
    Storage storage = last && layer.out() <= NARROW ? Storage.ROWS : Storage.PANELS;
    int stride = storage == Storage.ROWS ? layer.out() : padded(layer.out(), granule);
    int bias = Math.addExact(weights, Math.multiplyExact(stride, layer.in()));
    int end = Math.addExact(bias, stride);
    return new LayerLayout(layer, number, storage, stride, 2 * granule, weights, bias, end);
  }

  /** Whole vectors of the widest machine, so that a kernel class needs one species only. */
  private static int padded(int out, int granule) {
    return Math.multiplyExact(granule, (out - 1) / granule + 1);
  }

  /**
   * The distance between two rows of this layer's activations. Rows that are a multiple of eight
   * cache lines apart would share an eighth of the sets of a cache, or fewer, so that a column of
   * them drives itself out; one line more spreads them over all sets.
   */
  public int rowStride() {
    int line = panel / 2;
    return storage == Storage.PANELS && stride % (CROWDED_LINES * line) == 0
        ? stride + line
        : stride;
  }

  /** The number of inputs. */
  public int in() {
    return layer.in();
  }

  /** The number of outputs. */
  public int out() {
    return layer.out();
  }

  /** The number of panels. */
  public int panels() {
    return Math.max(1, stride / panel);
  }

  /** The panels that are as wide as {@link #panel()}: all, or all but the last. */
  public int equalPanels() {
    return stride % panel == 0 ? panels() : panels() - 1;
  }

  /** The width of one panel. */
  public int panelWidth(int p) {
    return p + 1 == panels() ? stride - p * panel : panel;
  }

  /** The index of the first weight of one panel. */
  public int panelStart(int p) {
    return weights + p * panel * layer.in();
  }

  /** The index of the weight from input {@code k} to output {@code j}. */
  public int weight(int j, int k) {
    return switch (storage) {
      case ROWS -> weights + j * layer.in() + k;
      case PANELS -> {
        int p = Math.min(j / panel, panels() - 1);
        yield panelStart(p) + k * panelWidth(p) + j - p * panel;
      }
    };
  }

  /** The distance from a weight of output {@code j} to that from the next input. */
  public int inputStep(int j) {
    return switch (storage) {
      case ROWS -> 1;
      case PANELS -> panelWidth(Math.min(j / panel, panels() - 1));
    };
  }

  /** The distance from a weight to that of the next output before {@link #endOfPanel}. */
  public int outputStep() {
    return switch (storage) {
      case ROWS -> layer.in();
      case PANELS -> 1;
    };
  }

  /** The output after the last one whose weights lie evenly with those of output {@code j}. */
  public int endOfPanel(int j) {
    int p = j / panel;
    return p + 1 >= panels() ? layer.out() : (p + 1) * panel;
  }

  /** The index of the bias of output {@code j}. */
  public int bias(int j) {
    return bias + j;
  }

  /** The parameters as {@code [out][in]} and {@code [out]}. */
  public Dense dense() {
    return new Dense(this);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "layer %d: %s; weights in %s from %d, biases from %d to %d",
        number,
        layer,
        storage,
        weights,
        bias,
        end);
  }
}

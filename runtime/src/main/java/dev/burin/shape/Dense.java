package dev.burin.shape;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * The parameters of one layer as the equations write them: weights {@code [out][in]}, row-major,
 * and biases {@code [out]}, wherever they lie in the flat array of the network. Padding is none of
 * them.
 *
 * @param layer where they lie
 */
public record Dense(LayerLayout layer) {

  /** What is done with one weight. */
  @FunctionalInterface
  public interface Weight {

    /**
     * Takes the weight from input {@code k} to output {@code j}.
     *
     * @param at its index in the flat array
     */
    void take(int j, int k, int at);
  }

  /** What is done with one bias. */
  @FunctionalInterface
  public interface Bias {

    /**
     * Takes the bias of output {@code j}.
     *
     * @param at its index in the flat array
     */
    void take(int j, int at);
  }

  /** What is done with parameters that are neighbours in the flat array. */
  @FunctionalInterface
  public interface Run {

    /**
     * Takes parameters that lie one behind the other.
     *
     * @param at the index of the first of them in the flat array
     * @param length how many
     */
    void take(int at, int length);
  }

  /** The number of weights, {@code out in}. */
  public int weights() {
    return layer.out() * layer.in();
  }

  /** The number of biases, {@code out}. */
  public int biases() {
    return layer.out();
  }

  /** The index in the flat array of weight i of the row-major {@code [out][in]}. */
  public int weight(int i) {
    return layer.weight(i / layer.in(), i % layer.in());
  }

  /** Visits all weights, row by row: j ascending, and for each j all k ascending. */
  public void forEachWeight(Weight action) {
    for (int j = 0; j < layer.out(); j++) {
      for (int k = 0; k < layer.in(); k++) {
        action.take(j, k, layer.weight(j, k));
      }
    }
  }

  /** Visits all biases, j ascending. */
  public void forEachBias(Bias action) {
    for (int j = 0; j < layer.out(); j++) {
      action.take(j, layer.bias(j));
    }
  }

  /** Visits the index in the flat array of every parameter: all weights, then all biases. */
  public void forEach(IntConsumer action) {
    forEachWeight((j, k, at) -> action.accept(at));
    forEachBias((j, at) -> action.accept(at));
  }

  /** Visits every parameter once, as few and as long runs of the flat array. */
  public void forEachRun(Run action) {
    int last = layer.panels() - 1;
    int width = layer.panelWidth(last);
    int out = layer.out() - last * layer.panel();
    if (out == width) {
      action.take(layer.weights(), weights());
    } else {
      int start = layer.panelStart(last);
      if (start > layer.weights()) {
        action.take(layer.weights(), start - layer.weights());
      }
      for (int k = 0; k < layer.in(); k++) {
        action.take(start + k * width, out);
      }
    }
    action.take(layer.bias(), biases());
  }

  /**
   * The weights in new rows, {@code [out][in]}.
   *
   * @param parameters gives the parameter at an index of the flat array
   */
  public double[][] weights(IntToDoubleFunction parameters) {
    double[][] w = new double[layer.out()][layer.in()];
    forEachWeight((j, k, at) -> w[j][k] = parameters.applyAsDouble(at));
    return w;
  }

  /**
   * The biases in a new array, {@code [out]}.
   *
   * @param parameters gives the parameter at an index of the flat array
   */
  public double[] biases(IntToDoubleFunction parameters) {
    double[] b = new double[layer.out()];
    forEachBias((j, at) -> b[j] = parameters.applyAsDouble(at));
    return b;
  }

  /**
   * Copies the layer out of a flat array.
   *
   * @param parameters the flat array of the network
   * @param w receives {@code [out][in]}, row-major
   * @param b receives {@code [out]}
   * @throws IllegalArgumentException if w or b is shorter or longer
   */
  public void copyOut(float[] parameters, float[] w, float[] b) {
    check(w.length, b.length);
    forEachWeight((j, k, at) -> w[j * layer.in() + k] = parameters[at]);
    forEachBias((j, at) -> b[j] = parameters[at]);
  }

  /** {@link #copyOut(float[], float[], float[])} in double. */
  public void copyOut(double[] parameters, double[] w, double[] b) {
    check(w.length, b.length);
    forEachWeight((j, k, at) -> w[j * layer.in() + k] = parameters[at]);
    forEachBias((j, at) -> b[j] = parameters[at]);
  }

  /**
   * Copies the layer into a flat array; its padding stays as it is.
   *
   * @param w {@code [out][in]}, row-major
   * @param b {@code [out]}
   * @param parameters the flat array of the network
   * @throws IllegalArgumentException if w or b is shorter or longer
   */
  public void copyIn(float[] w, float[] b, float[] parameters) {
    check(w.length, b.length);
    forEachWeight((j, k, at) -> parameters[at] = w[j * layer.in() + k]);
    forEachBias((j, at) -> parameters[at] = b[j]);
  }

  /** {@link #copyIn(float[], float[], float[])} in double. */
  public void copyIn(double[] w, double[] b, double[] parameters) {
    check(w.length, b.length);
    forEachWeight((j, k, at) -> parameters[at] = w[j * layer.in() + k]);
    forEachBias((j, at) -> parameters[at] = b[j]);
  }

  private void check(int w, int b) {
    if (w != weights() || b != biases()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The arrays hold %d weights and %d biases, but layer %d has exactly %d and %d.",
              w,
              b,
              layer.number(),
              weights(),
              biases()));
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "layer %d, weights %s, biases [%d]",
        layer.number(),
        Arrays.toString(new int[] {layer.out(), layer.in()}),
        layer.out());
  }
}

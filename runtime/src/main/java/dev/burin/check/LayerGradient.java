package dev.burin.check;

import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** The derivatives of the cost by the weights and biases of one layer, dense. */
public final class LayerGradient {

  /** By the weights: {@code [out][in]}. */
  public final double[][] dw;

  /** By the biases: {@code [out]}. */
  public final double[] db;

  /** A gradient of zeros. */
  public LayerGradient(LayerShape layer) {
    this(layer.in(), layer.out());
  }

  private LayerGradient(int in, int out) {
    dw = new double[out][in];
    db = new double[out];
  }

  /** Zeros for a layer of the same widths. */
  LayerGradient sameShape() {
    return new LayerGradient(in(), out());
  }

  /** The gradient of every layer from an array that lies as the parameters of the network do. */
  public static List<LayerGradient> of(ParameterLayout layout, float[] gradient) {
    return of(layout, gradient.length, at -> gradient[at]);
  }

  /** The gradient of every layer from an array that lies as the parameters of the network do. */
  public static List<LayerGradient> of(ParameterLayout layout, double[] gradient) {
    return of(layout, gradient.length, at -> gradient[at]);
  }

  private static List<LayerGradient> of(
      ParameterLayout layout, int length, IntToDoubleFunction gradient) {
    if (length != layout.length()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The gradient holds %d elements, but the layout of %s has %d.",
              length,
              layout.shape().widths(),
              layout.length()));
    }
    List<LayerGradient> layers = new ArrayList<>();
    for (LayerLayout layer : layout.layers()) {
      LayerGradient dense = new LayerGradient(layer.layer());
      layer.dense().forEachWeight((j, k, at) -> dense.dw[j][k] = gradient.applyAsDouble(at));
      layer.dense().forEachBias((j, at) -> dense.db[j] = gradient.applyAsDouble(at));
      layers.add(dense);
    }
    return layers;
  }

  /** The number of inputs. */
  int in() {
    return dw[0].length;
  }

  /** The number of outputs. */
  int out() {
    return db.length;
  }

  /** The derivative by weight k of output j, or by its bias where k is {@code in}. */
  double at(int j, int k) {
    return k == in() ? db[j] : dw[j][k];
  }

  @Override
  public String toString() {
    return "gradient of a layer from " + in() + " to " + out();
  }
}

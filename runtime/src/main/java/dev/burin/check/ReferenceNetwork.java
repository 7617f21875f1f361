package dev.burin.check;

import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The equations of a network in double precision, each as plain loops over dense arrays, and
 * nothing else: what everything faster is measured against.
 *
 * <p>Letters: {@code a0} the inputs of a layer, {@code w1} and {@code b1} its weights and biases,
 * {@code z1} its sums, {@code a1} its outputs, and {@code dz1} the derivative of the cost by z1.
 * The tags F1, F2, L1 and B1 to B4 name the equations. One thread at a time may use an object.
 */
public final class ReferenceNetwork {

  private final NetworkShape shape;
  private final List<double[][]> weights = new ArrayList<>();
  private final List<double[]> biases = new ArrayList<>();

  /** A reference whose parameters are all 0. */
  public ReferenceNetwork(NetworkShape shape) {
    this.shape = shape;
    for (LayerShape layer : shape.layers()) {
      weights.add(new double[layer.out()][layer.in()]);
      biases.add(new double[layer.out()]);
    }
  }

  /**
   * A reference with the parameters of a network; later changes of the network do not show.
   *
   * @throws IllegalStateException if the network has no weights yet, or if another thread trains or
   *     loads it meanwhile
   */
  public static ReferenceNetwork of(NeuralNetwork network) {
    int begun = network.beginReading();
    ReferenceNetwork reference = new ReferenceNetwork(network.shape());
    for (LayerLayout layer : network.layout().layers()) {
      double[][] w1 = reference.weights(layer.number());
      double[] b1 = reference.biases(layer.number());
      layer.dense().forEachWeight((j, k, at) -> w1[j][k] = network.parameter(at));
      layer.dense().forEachBias((j, at) -> b1[j] = network.parameter(at));
    }
    network.endReading(begun);
    return reference;
  }

  /** A reference with the same parameters and arrays of its own. */
  public ReferenceNetwork copy() {
    ReferenceNetwork copy = new ReferenceNetwork(shape);
    for (int l = 1; l <= shape.layers().size(); l++) {
      for (int j = 0; j < biases(l).length; j++) {
        System.arraycopy(weights(l)[j], 0, copy.weights(l)[j], 0, weights(l)[j].length);
      }
      System.arraycopy(biases(l), 0, copy.biases(l), 0, biases(l).length);
    }
    return copy;
  }

  /** The layers and the loss. */
  public NetworkShape shape() {
    return shape;
  }

  /** The live weights of layer l, counted from 1: {@code [out][in]}. */
  public double[][] weights(int l) {
    return weights.get(l - 1);
  }

  /** The live biases of layer l, counted from 1: {@code [out]}. */
  public double[] biases(int l) {
    return biases.get(l - 1);
  }

  /**
   * The outputs for one sample.
   *
   * @param x {@code [in]}
   * @return {@code [out]}
   * @throws IllegalArgumentException if x is shorter or longer
   */
  public double[] forward(double[] x) {
    if (x.length != shape.inputs()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The array of inputs holds %d elements, but one sample has exactly %d.",
              x.length,
              shape.inputs()));
    }
    return pass(x, 0).lastA();
  }

  /**
   * The sums and outputs of every layer for one sample.
   *
   * @param x {@code [n][in]}, row-major
   * @param sample which one, from 0
   * @throws IllegalArgumentException if x does not hold the sample
   */
  public Pass pass(double[] x, int sample) {
    Batch.room("inputs", x, sample + 1, shape.inputs());
    return pass(x, sample, Batch.keepingAll(shape));
  }

  /** The same for a sample of a batch, with the inputs dropped that the batch drops. */
  Pass pass(Batch batch, int sample) {
    return pass(batch.x(), sample, batch.factors(shape, sample));
  }

  private Pass pass(double[] x, int sample, double[][] factors) {
    Pass pass = new Pass(shape, factors);
    System.arraycopy(x, sample * shape.inputs(), pass.a(0), 0, shape.inputs());
    for (int l = 1; l <= shape.layers().size(); l++) {
      advance(pass, l);
    }
    return pass;
  }

  /** Layer l of a pass: D1, F1 and F2. */
  void advance(Pass pass, int l) {
    pass.drop(l);
    advanceFromInputs(pass, l);
  }

  /** F1 and F2 of layer l, whose inputs stay as they are. */
  void advanceFromInputs(Pass pass, int l) {
    for (int j = 0; j < biases(l).length; j++) {
      pass.z(l)[j] = sum(l, j, pass.inputs(l));
    }
    ReferenceActivations.apply(layer(l), pass.z(l), pass.a(l));
  }

  /** F1 z1[j] = b1[j] + sum over k of w1[j][k] a0[k]. */
  double sum(int l, int j, double[] a0) {
    double[] w1 = weights(l)[j];
    double z1 = biases(l)[j];
    for (int k = 0; k < w1.length; k++) {
      z1 += w1[k] * a0[k];
    }
    return z1;
  }

  LayerShape layer(int l) {
    return shape.layers().get(l - 1);
  }

  /**
   * The cost of n samples as {@link dev.burin.Loss} defines it.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @param n the number of samples, at least 1
   * @throws IllegalArgumentException if n is below 1 or an array is too short
   */
  public double cost(double[] x, double[] y, int n) {
    return cost(Batch.of(x, y, n));
  }

  /**
   * The cost of a batch: the mean of the losses, or where samples have weights the sum of weight
   * times loss, divided by the sum of the weights.
   *
   * @throws IllegalArgumentException if an array is too short
   */
  public double cost(Batch batch) {
    batch.checkRoom(shape);
    CompensatedSum sum = new CompensatedSum();
    for (int s = 0; s < batch.size(); s++) {
      if (batch.weight(s) != 0) {
        int yAt = s * shape.outputs();
        Pass pass = pass(batch, s);
        sum.add(batch.weight(s) * ReferenceLosses.value(shape.loss(), pass, batch.y(), yAt));
      }
    }
    return sum.value() * ReferenceLosses.mean(shape, batch.total());
  }

  /**
   * The derivatives of the cost of n samples by all parameters.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param y at least {@code [n][out]}, row-major
   * @param n the number of samples, at least 1
   * @return one gradient for each layer, the first layer first
   * @throws IllegalArgumentException if n is below 1 or an array is too short
   */
  public List<LayerGradient> gradient(double[] x, double[] y, int n) {
    return gradient(Batch.of(x, y, n));
  }

  /**
   * The derivatives of the cost of a batch by all parameters.
   *
   * @return one gradient for each layer, the first layer first
   * @throws IllegalArgumentException if an array is too short
   */
  public List<LayerGradient> gradient(Batch batch) {
    batch.checkRoom(shape);
    double total = batch.total();
    List<LayerGradient> gradient = shape.layers().stream().map(LayerGradient::new).toList();
    for (int s = 0; s < batch.size(); s++) {
      if (batch.weight(s) != 0) {
        addGradient(gradient, batch, s, total / batch.weight(s));
      }
    }
    return gradient;
  }

  /** L1, and B4 to B1 from the last layer to the first, for one sample. */
  private void addGradient(List<LayerGradient> gradient, Batch batch, int s, double n) {
    Pass pass = pass(batch, s);
    double[] dz1 = new double[shape.outputs()];
    ReferenceLosses.gradient(shape, pass, batch.y(), s * shape.outputs(), n, dz1);
    for (int l = shape.layers().size(); l >= 1; l--) {
      addGradient(gradient.get(l - 1), dz1, pass.inputs(l));
      if (l > 1) {
        dz1 = backward(l, dz1, pass);
      }
    }
  }

  /** B3 db1[j] = sum over samples of dz1[j]; B4 dw1[j][k] = sum over samples of dz1[j] a0[k]. */
  private static void addGradient(LayerGradient layer, double[] dz1, double[] a0) {
    for (int j = 0; j < dz1.length; j++) {
      layer.db[j] += dz1[j];
      for (int k = 0; k < a0.length; k++) {
        layer.dw[j][k] += dz1[j] * a0[k];
      }
    }
  }

  /** B2 dd0[k] = sum over j of w1[j][k] dz1[j]; D2 da0[k] = dd0[k] m[k]; B1 dz0 = da0 f'(z0). */
  private double[] backward(int l, double[] dz1, Pass pass) {
    double[] z0 = pass.z(l - 1);
    double[] dz0 = new double[z0.length];
    for (int k = 0; k < z0.length; k++) {
      double dd0 = 0;
      for (int j = 0; j < dz1.length; j++) {
        dd0 += weights(l)[j][k] * dz1[j];
      }
      double da0 = dd0 * pass.factor(l, k);
      dz0[k] = da0 * ReferenceActivations.slope(layer(l - 1), z0[k]);
    }
    return dz0;
  }

  @Override
  public String toString() {
    return "reference of " + shape;
  }
}

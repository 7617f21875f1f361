package dev.burin.check;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Seeded networks and batches for the tests of this package. */
final class Samples {

  private Samples() {}

  /** A network of these widths: one activation for the hidden layers, one for the last. */
  static NetworkShape shape(
      Precision precision, Loss loss, Activation hidden, Activation last, int... widths) {
    List<LayerShape> layers =
        IntStream.range(1, widths.length)
            .mapToObj(
                l ->
                    LayerShape.of(widths[l - 1], widths[l], l == widths.length - 1 ? last : hidden))
            .toList();
    return NetworkShape.of(loss, precision, layers);
  }

  /** Fills all parameters, the biases too, so that no derivative is trivially right. */
  static void fill(NeuralNetwork network, long seed) {
    network.initialize(seed);
    Random random = new Random(seed + 1);
    for (int l = 1; l <= network.shape().layers().size(); l++) {
      for (int j = 0; j < network.layout().layer(l).out(); j++) {
        network.parameter(network.layout().layer(l).bias(j), 0.3 * random.nextGaussian());
      }
    }
  }

  /** A reference with the draws of the initializers and biases that are not 0. */
  static ReferenceNetwork reference(NetworkShape shape, long seed) {
    ReferenceNetwork reference = new ReferenceNetwork(shape);
    Random random = new Random(seed);
    for (int l = 1; l <= shape.layers().size(); l++) {
      double deviation = shape.layers().get(l - 1).deviation();
      for (double[] row : reference.weights(l)) {
        Arrays.setAll(row, k -> deviation * random.nextGaussian());
      }
      Arrays.setAll(reference.biases(l), j -> 0.3 * random.nextGaussian());
    }
    return reference;
  }

  /** Inputs of both signs: {@code [n][in]}. */
  static double[] inputs(NetworkShape shape, int n, long seed) {
    Random random = new Random(seed);
    double[] x = new double[n * shape.inputs()];
    Arrays.setAll(x, i -> (float) random.nextGaussian());
    return x;
  }

  /** Targets that fit the loss: {@code [n][out]}. */
  static double[] targets(NetworkShape shape, int n, long seed) {
    Random random = new Random(seed);
    int m = shape.outputs();
    double[] y = new double[n * m];
    switch (shape.loss()) {
      case CROSS_ENTROPY -> {
        for (int s = 0; s < n; s++) {
          y[s * m + random.nextInt(m)] = 1;
        }
      }
      case BINARY_CROSS_ENTROPY -> Arrays.setAll(y, i -> random.nextInt(2));
      case HALF_MEAN_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER ->
          Arrays.setAll(y, i -> (float) random.nextGaussian());
    }
    return y;
  }

  static float[] narrow(double[] wide) {
    float[] narrow = new float[wide.length];
    for (int i = 0; i < wide.length; i++) {
      narrow[i] = (float) wide[i];
    }
    return narrow;
  }

  /** A network of sigmoids, in double. */
  static NetworkShape sigmoids(int... widths) {
    return shape(
        Precision.DOUBLE,
        Loss.BINARY_CROSS_ENTROPY,
        Activation.SIGMOID,
        Activation.SIGMOID,
        widths);
  }
}

package dev.burin.interchange;

import dev.burin.file.MalformedFileException;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.util.Locale;

/**
 * The network of a chain, over the plain twin: it gives the very bits of the class that will be
 * generated for the declaration, without javac.
 */
final class ChainNetwork {

  private ChainNetwork() {}

  /**
   * A network with the weights of a chain, each rounded once.
   *
   * @param file what messages call the file
   * @throws MalformedFileException if a weight is too large for a float, or if there are more
   *     parameters than one array can hold
   */
  static NeuralNetwork of(String file, Chain chain) throws MalformedFileException {
    NetworkShape shape = chain.shape();
    ParameterLayout layout;
    try {
      layout = ParameterLayout.of(shape);
    } catch (ArithmeticException e) {
      throw new MalformedFileException(
          file,
          "there are " + shape.parameters() + " weights and biases",
          "at most " + Integer.MAX_VALUE + ", which one array can hold");
    }
    return switch (shape.precision()) {
      case FLOAT -> {
        float[] parameters = new float[layout.length()];
        fill(file, chain, layout, (at, value) -> parameters[at] = (float) value);
        FloatNetwork network = new FloatNetwork(shape, new FloatTwin(shape));
        network.parameters(parameters);
        yield network;
      }
      case DOUBLE -> {
        double[] parameters = new double[layout.length()];
        fill(file, chain, layout, (at, value) -> parameters[at] = value);
        DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
        network.parameters(parameters);
        yield network;
      }
    };
  }

  /** Where a parameter goes, and what it was rounded to. */
  private interface Sink {
    double put(int at, double value);
  }

  private static void fill(String file, Chain chain, ParameterLayout layout, Sink sink)
      throws MalformedFileException {
    for (LayerLayout layer : layout.layers()) {
      DenseLayer dense = chain.layers().get(layer.number() - 1);
      for (int j = 0; j < dense.out(); j++) {
        for (int k = 0; k < dense.in(); k++) {
          double w = dense.weights()[j * dense.in() + k];
          finite(file, dense, w, sink.put(layer.weight(j, k), w));
        }
        finite(file, dense, dense.bias()[j], sink.put(layer.bias(j), dense.bias()[j]));
      }
    }
  }

  private static void finite(String file, DenseLayer layer, double value, double rounded)
      throws MalformedFileException {
    if (!Double.isFinite(rounded)) {
      throw new MalformedFileException(
          file,
          layer.name(),
          String.format(Locale.ROOT, "a weight or bias is %s", value),
          "numbers that the precision of the network can hold");
    }
  }
}

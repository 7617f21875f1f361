package dev.burin.checks.bench;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.io.StorageType;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.ArrayList;
import java.util.List;

/** The networks that Python files are written for, and how far their answers lie from ours. */
final class StubNetworks {

  private StubNetworks() {}

  /** A network of each activation, and one of several. */
  static List<NetworkShape> shapes(Precision precision) {
    List<NetworkShape> shapes = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      boolean softmax = activation == Activation.SOFTMAX;
      Activation hidden = softmax ? Activation.TANH : activation;
      Loss loss = softmax ? Loss.CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
      shapes.add(NetworkShape.of(loss, precision, layer(3, 40, hidden), layer(40, 5, activation)));
    }
    shapes.add(
        NetworkShape.of(
            Loss.BINARY_CROSS_ENTROPY,
            precision,
            layer(30, 30, Activation.LEAKY_RELU),
            layer(30, 17, Activation.ELU),
            layer(17, 17, Activation.GELU),
            layer(17, 1, Activation.SIGMOID)));
    return shapes;
  }

  private static LayerShape layer(int in, int out, Activation activation) {
    LayerShape layer = LayerShape.of(in, out, activation);
    return activation.takesSlope() ? layer.slope(0.3) : layer;
  }

  /** How the file of a network keeps its weights: in every type, each in its turn. */
  static StorageType storage(NetworkShape shape) {
    StorageType[] types = StorageType.values();
    return types[shape.layers().getLast().activation().ordinal() % types.length];
  }

  /** A network of this shape, without weights. */
  static NeuralNetwork of(NetworkShape shape) {
    return switch (shape.precision()) {
      case FLOAT -> new FloatNetwork(shape, new FloatTwin(shape));
      case DOUBLE -> new DoubleNetwork(shape, new DoubleTwin(shape));
    };
  }

  /**
   * The greatest distance between what was computed and what was expected, relative to the larger
   * of 1 and what was expected; NaN if there are not as many numbers as there should be.
   */
  static double distance(List<String> lines, int outputs, int rows) {
    double greatest = 0;
    int found = 0;
    for (String line : lines) {
      String[] words = line.split(" ");
      if (words[0].equals("computed") && words.length == 2 * outputs + 2) {
        found++;
        for (int j = 1; j <= outputs; j++) {
          double expected = Double.parseDouble(words[j + outputs + 1]);
          double distance = Math.abs(Double.parseDouble(words[j]) - expected);
          greatest = Math.max(greatest, distance / Math.max(1, Math.abs(expected)));
        }
      }
    }
    return found == rows ? greatest : Double.NaN;
  }
}

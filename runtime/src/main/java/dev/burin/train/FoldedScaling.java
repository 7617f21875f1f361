package dev.burin.train;

import dev.burin.data.Scaling;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerLayout;
import java.util.Locale;
import java.util.Objects;

/**
 * A scaling of inputs as part of the first layer, so that a network reads numbers as they are: with
 * {@code (x - m) / d} in front, {@code W (x - m) / d + b = (W / d) x + (b - W (m / d))}.
 *
 * <pre>{@code
 * FloatNetwork raw = FoldedScaling.into(iris.network(), encoding.scaling());
 * WeightsFile.save(file, new IrisNetwork(raw), encoding.unscaled().notes());
 * }</pre>
 *
 * <p>Weights and biases are computed in double and rounded once. Answers are nearly, not exactly,
 * those before: a scaled input was rounded once, and a sum of unscaled ones has larger terms. Where
 * numbers lie far from 0 beside how much they differ, a float network loses as many digits as their
 * mean has more than their deviation; there the scaling is better left where it is.
 */
public final class FoldedScaling {

  private FoldedScaling() {}

  /**
   * A network like another one that reads inputs which are not scaled; the other stays as it is.
   *
   * @param scaling one column for each input
   * @throws IllegalArgumentException if the scaling has another number of columns, or if a weight
   *     or bias grows beyond float
   * @throws IllegalStateException if the network has no weights, or is trained meanwhile
   */
  public static FloatNetwork into(FloatNetwork network, Scaling scaling) {
    FloatNetwork folded = Objects.requireNonNull(network, "The network is null.").another();
    int begun = network.beginReading();
    folded.parameters(network.parameters());
    network.endReading(begun);
    fold(folded, scaling, Float.MAX_VALUE);
    return folded;
  }

  /** The same for a network of doubles. */
  public static DoubleNetwork into(DoubleNetwork network, Scaling scaling) {
    DoubleNetwork folded = Objects.requireNonNull(network, "The network is null.").another();
    int begun = network.beginReading();
    folded.parameters(network.parameters());
    network.endReading(begun);
    fold(folded, scaling, Double.MAX_VALUE);
    return folded;
  }

  private static void fold(NeuralNetwork network, Scaling scaling, double greatest) {
    Objects.requireNonNull(scaling, "The scaling is null; give one with a column for each input.");
    LayerLayout layer = network.layout().layer(1);
    if (scaling.columns() != layer.in()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The scaling has %d columns, but the network reads %d inputs; give one for each.",
              scaling.columns(),
              layer.in()));
    }
    double[] shift = scaling.shift();
    double[] divisor = scaling.divisor();
    for (int j = 0; j < layer.out(); j++) {
      double bias = network.parameter(layer.bias(j));
      for (int k = 0; k < layer.in(); k++) {
        double weight = network.parameter(layer.weight(j, k)) / divisor[k];
        bias -= weight * shift[k];
        set(network, layer.weight(j, k), weight, greatest);
      }
      set(network, layer.bias(j), bias, greatest);
    }
  }

  private static void set(NeuralNetwork network, int at, double value, double greatest) {
    if (!(Math.abs(value) <= greatest)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A parameter of layer 1 would be %s with the scaling in it, which is more than its"
                  + " type holds; leave the scaling in front of the network.",
              value));
    }
    network.parameter(at, value);
  }
}

package dev.burin.io;

import dev.burin.network.Filling;
import dev.burin.network.NeuralNetwork;
import dev.burin.network.ParameterSink;
import dev.burin.safetensors.Narrowing;
import dev.burin.safetensors.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A network as it will be once it has been written and read again, its weights rounded to those of
 * a file.
 *
 * @param network the network
 * @param type how its weights are kept
 * @param scales for each layer the scales by output, or nothing where weights are no whole numbers
 */
record Stored(NeuralNetwork network, StorageType type, List<double[]> scales) {

  /** The greatest whole number of eight bits whose negative is one too. */
  private static final int MOST = 127;

  private static final double[] NONE = {};

  /** Rounds the weights of a network, unless nothing is to be rounded. */
  static Stored of(NeuralNetwork network, StorageType type) {
    List<double[]> scales = new ArrayList<>();
    network.layout().layers().forEach(layer -> scales.add(NONE));
    if (type == StorageType.SAME) {
      return new Stored(network, type, scales);
    }
    NeuralNetwork rounded = network.another();
    rounded.fill(
        new Filling<RuntimeException>() {
          @Override
          public void fill(ParameterSink to) {
            for (Slot slot : Slot.of(network.layout())) {
              double[] scale = NONE;
              if (type == StorageType.INT8 && !slot.bias()) {
                scale = scales(network, slot);
                scales.set(slot.layer().number() - 1, scale);
              }
              round(network, slot, type, scale, to);
            }
          }
        });
    return new Stored(rounded, type, scales);
  }

  private static void round(
      NeuralNetwork network, Slot slot, StorageType type, double[] scale, ParameterSink to) {
    int row = slot.bias() ? slot.elements() : slot.layer().in();
    double[] values = new double[row];
    for (int first = 0; first < slot.elements(); first += row) {
      double factor = scale.length == 0 ? 0 : scale[first / row];
      for (int i = 0; i < row; i++) {
        double value = network.parameter(slot.at(first + i));
        values[i] = rounded(value, factor, slot, first + i, type, network);
      }
      Runs.of(
          slot,
          false,
          first,
          row,
          (at, step, from, n) -> {
            to.put(at, step, values, from, n);
            if (factor != 0) {
              to.multiply(at, step, n, factor);
            }
          });
    }
  }

  private static double rounded(
      double value, double factor, Slot slot, int i, StorageType type, NeuralNetwork network) {
    if (factor != 0) {
      return whole(value, factor);
    }
    TensorType as =
        slot.bias()
            ? type.biases(network.shape().precision())
            : type.weights(network.shape().precision());
    double rounded = Narrowing.rounded(as, value);
    if (Double.isInfinite(rounded)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s is %s, which is infinite in %s; save it in another type. The file is left as it"
                  + " was.",
              slot.element(i),
              value,
              as));
    }
    return rounded;
  }

  /** The scales of the rows of weights; the greatest weight of each becomes 127. */
  private static double[] scales(NeuralNetwork network, Slot slot) {
    double[] scales = new double[slot.layer().out()];
    for (int j = 0; j < scales.length; j++) {
      double greatest = 0;
      for (int k = 0; k < slot.layer().in(); k++) {
        greatest = Math.max(greatest, Math.abs(network.parameter(slot.layer().weight(j, k))));
      }
      scales[j] = greatest == 0 ? 1 : Math.max((float) (greatest / MOST), Float.MIN_NORMAL);
    }
    return scales;
  }

  private static double whole(double value, double scale) {
    // A whole number has no -0.
    return Math.clamp(Math.rint(value / scale), -MOST, MOST) + 0.0;
  }

  /** What stands in the file for a weight or a bias of {@link #network()}. */
  double number(Slot slot, int i) {
    double value = network.parameter(slot.at(i));
    double[] scale = scales.get(slot.layer().number() - 1);
    return slot.bias() || scale.length == 0 ? value : whole(value, scale[i / slot.layer().in()]);
  }
}

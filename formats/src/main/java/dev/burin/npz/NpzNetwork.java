package dev.burin.npz;

import java.util.List;
import java.util.stream.Collectors;

/** Layers whose matrices lie in one way. */
record NpzNetwork(List<NpzLayer> layers, WeightLayout layout) {

  /** Whether each layer is sound and takes what the one before it gives. */
  boolean fits() {
    if (layers.isEmpty() || !layers.stream().allMatch(NpzLayer::sound)) {
      return false;
    }
    for (int l = 0; l < layers.size(); l++) {
      if (!layers.get(l).fits(layout)
          || (l > 0 && layers.get(l).in(layout) != layers.get(l - 1).out(layout))) {
        return false;
      }
    }
    return true;
  }

  int inputs() {
    return layers.getFirst().in(layout);
  }

  /** The widths of all layers, such as {@code 3-4-2}. */
  String widths() {
    return layers.stream()
        .map(layer -> "-" + layer.out(layout))
        .collect(Collectors.joining("", "" + inputs(), ""));
  }

  /** The weights of a layer, {@code [out][in]}. */
  double[] weights(NpzLayer layer) {
    int in = layer.in(layout);
    double[] weights = new double[layer.matrix().size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = layer.weight(layout, i / in, i % in);
    }
    return weights;
  }

  /** The biases of a layer, {@code [out]}. */
  double[] biases(NpzLayer layer) {
    double[] biases = new double[layer.out(layout)];
    for (int j = 0; j < biases.length; j++) {
      biases[j] = layer.bias(j);
    }
    return biases;
  }
}

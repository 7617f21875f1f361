package dev.burin.io;

import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A tensor that a network has: its name, its shape, and where each element lies. */
record Slot(LayerLayout layer, boolean bias) {

  /** The tensors of a network in the order of a file. */
  static List<Slot> of(ParameterLayout layout) {
    List<Slot> slots = new ArrayList<>();
    for (LayerLayout layer : layout.layers()) {
      slots.add(new Slot(layer, false));
      slots.add(new Slot(layer, true));
    }
    return slots;
  }

  String name() {
    return "layer" + layer.number() + "." + kind();
  }

  String kind() {
    return bias ? "bias" : "weight";
  }

  List<Long> shape() {
    return bias ? List.of((long) layer.out()) : List.of((long) layer.out(), (long) layer.in());
  }

  int elements() {
    return bias ? layer.dense().biases() : layer.dense().weights();
  }

  /** The index in the parameters of element i, the elements being dense and row-major. */
  int at(int i) {
    return bias ? layer.bias(i) : layer.dense().weight(i);
  }

  /** Element i in words. */
  String element(int i) {
    return bias
        ? name() + "[" + i + "]"
        : String.format(Locale.ROOT, "%s[%d,%d]", name(), i / layer.in(), i % layer.in());
  }
}

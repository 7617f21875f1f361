package dev.burin.train;

import dev.burin.shape.Dense;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import java.util.List;

/** Arrays of floats that are laid out as the parameters, in checkpoints: without any padding. */
final class FloatState {

  private FloatState() {}

  /** Puts an array down, as {@code <name>layer1.weight}, {@code <name>layer1.bias}, ... */
  static void save(StateWriter out, String name, ParameterLayout layout, float[] values) {
    for (LayerLayout layer : layout.layers()) {
      Dense dense = layer.dense();
      List<Long> shape = List.of((long) layer.out(), (long) layer.in());
      out.floats(weights(name, layer), shape, dense.weights(), values, dense::weight);
      out.floats(biases(name, layer), shape.subList(0, 1), dense.biases(), values, layer::bias);
    }
  }

  /** Takes an array back; its padding stays as it is. */
  static void restore(StateReader in, String name, ParameterLayout layout, float[] values) {
    for (LayerLayout layer : layout.layers()) {
      Dense dense = layer.dense();
      float[] w = in.floats(weights(name, layer), dense.weights());
      float[] b = in.floats(biases(name, layer), dense.biases());
      dense.copyIn(w, b, values);
    }
  }

  private static String weights(String name, LayerLayout layer) {
    return name + "layer" + layer.number() + ".weight";
  }

  private static String biases(String name, LayerLayout layer) {
    return name + "layer" + layer.number() + ".bias";
  }
}

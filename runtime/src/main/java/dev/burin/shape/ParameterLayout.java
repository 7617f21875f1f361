package dev.burin.shape;

import dev.burin.machine.CacheLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where every parameter of a network lies in one flat array: layer after layer, the weights first,
 * then the biases. The first weight follows a few unused elements, after which a cache line begins
 * where Java allows it; all that is not a parameter is padding and stays 0.
 *
 * @param shape the network
 * @param layers the layout of each layer
 */
public record ParameterLayout(NetworkShape shape, List<LayerLayout> layers) {

  /** Copies the list. */
  public ParameterLayout {
    layers = List.copyOf(layers);
  }

  /**
   * The layout of a shape.
   *
   * @throws ArithmeticException if the parameters need more than {@link Integer#MAX_VALUE} elements
   */
  public static ParameterLayout of(NetworkShape shape) {
    List<LayerLayout> layers = new ArrayList<>();
    int at = CacheLines.ORIGIN_BYTES / shape.precision().bytes();
    int last = shape.layers().size();
    for (int l = 1; l <= last; l++) {
      LayerShape layer = shape.layers().get(l - 1);
      LayerLayout layout = LayerLayout.of(layer, l, l == last, shape.precision(), at);
      layers.add(layout);
      at = layout.end();
    }
    return new ParameterLayout(shape, layers);
  }

  /** The length of the flat array, padding included. An array may be longer. */
  public int length() {
    return layers.getLast().end();
  }

  /** The layout of layer {@code number}, counted from 1. */
  public LayerLayout layer(int number) {
    return layers.get(number - 1);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "layout of %s: %d parameters in %d elements",
        shape.widths(),
        shape.parameters(),
        length());
  }
}

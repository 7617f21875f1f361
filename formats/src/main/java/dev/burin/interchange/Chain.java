package dev.burin.interchange;

import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.shape.NetworkShape;
import java.util.List;
import java.util.Objects;

/**
 * A model as a declaration can say it: dense layers, one after the other, and nothing else.
 *
 * @param layers the layers; the inputs of each are the outputs of the one before
 * @param loss the cost that it would be trained on, fitting the last activation
 * @param precision the element type that its weights need
 * @param range where its inputs usually lie
 */
public record Chain(List<DenseLayer> layers, Loss loss, Precision precision, InputRange range) {

  /** The most layers after the inputs that a declaration may have. */
  public static final int MOST_LAYERS = 64;

  /**
   * Checks that it can be declared.
   *
   * @throws IllegalArgumentException as {@link NetworkShape} says, or if there are more than {@link
   *     #MOST_LAYERS} layers
   */
  public Chain {
    Objects.requireNonNull(range, "The range of the inputs is null.");
    layers = List.copyOf(layers);
    if (layers.size() > MOST_LAYERS) {
      throw new IllegalArgumentException(
          "There are " + layers.size() + " layers; a declaration has at most " + MOST_LAYERS + ".");
    }
    shape(layers, loss, precision);
  }

  /** The shape of the network. */
  public NetworkShape shape() {
    return shape(layers, loss, precision);
  }

  private static NetworkShape shape(List<DenseLayer> layers, Loss loss, Precision precision) {
    return NetworkShape.of(loss, precision, layers.stream().map(DenseLayer::shape).toList());
  }
}

package dev.burin.interchange;

import dev.burin.Activation;
import dev.burin.shape.LayerShape;
import java.util.Objects;

/**
 * One layer of a chain, {@code a = f(W a' + b)}, as a file has it and with what was folded into it.
 *
 * @param name what the file calls it, for messages and reports
 * @param in the number of inputs, at least 1
 * @param out the number of outputs, at least 1
 * @param weights {@code [out][in]}, row-major
 * @param bias {@code [out]}
 * @param activation what is applied to the sums
 * @param slope the slope of the activation just below 0, alpha of ELU; 0 if it takes none
 */
public record DenseLayer(
    String name,
    int in,
    int out,
    double[] weights,
    double[] bias,
    Activation activation,
    double slope) {

  /**
   * Checks lengths, and the slope as {@link LayerShape} does.
   *
   * @throws IllegalArgumentException if an array is shorter or longer, if a width is below 1, or if
   *     the slope is out of range or one that the activation does not take
   */
  public DenseLayer {
    Objects.requireNonNull(name, "The name of a layer is null; an empty one will do.");
    Objects.requireNonNull(weights, "The weights of a layer are null.");
    Objects.requireNonNull(bias, "The bias of a layer is null; zeros stand for none.");
    Objects.requireNonNull(activation, "The activation of a layer is null.");
    if (weights.length != (long) in * out || bias.length != out) {
      throw new IllegalArgumentException(
          "A layer from "
              + in
              + " to "
              + out
              + " has "
              + weights.length
              + " weights and "
              + bias.length
              + " biases.");
    }
    shape(in, out, activation, slope);
  }

  /** The layer as a declaration has it. */
  public LayerShape shape() {
    return shape(in, out, activation, slope);
  }

  private static LayerShape shape(int in, int out, Activation activation, double slope) {
    LayerShape shape = LayerShape.of(in, out, activation);
    return slope == shape.slope() ? shape : shape.slope(slope);
  }

  /**
   * The same layer with another activation.
   *
   * @throws IllegalArgumentException if the slope is one that the activation does not take
   */
  public DenseLayer with(Activation other, double otherSlope) {
    return new DenseLayer(name, in, out, weights, bias, other, otherSlope);
  }
}

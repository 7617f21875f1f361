package dev.burin.shape;

import dev.burin.Activation;
import dev.burin.Initializer;
import dev.burin.Loss;
import dev.burin.Precision;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a declaration says, checked: the layers in order, the loss and the precision.
 *
 * @param layers the layers; the inputs of each are the outputs of the one before
 * @param loss the cost, fitting the last activation
 * @param precision the element type
 */
public record NetworkShape(List<LayerShape> layers, Loss loss, Precision precision) {

  /**
   * Checks that the layers form a chain that can be trained on the loss.
   *
   * @throws IllegalArgumentException if there is no layer, if neighbours do not fit, if SOFTMAX is
   *     not last, if the loss does not fit the last activation, or if a layer starts NORMAL with a
   *     scale that the precision cannot draw from
   */
  public NetworkShape {
    Objects.requireNonNull(loss, "The loss of a network is null.");
    Objects.requireNonNull(precision, "The precision of a network is null.");
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("A network needs at least one layer after its inputs.");
    }
    for (int l = 1; l < layers.size(); l++) {
      if (layers.get(l).in() != layers.get(l - 1).out()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Layer %d expects %d inputs, but layer %d has %d outputs.",
                l + 1,
                layers.get(l).in(),
                l,
                layers.get(l - 1).out()));
      }
      if (layers.get(l - 1).activation() == Activation.SOFTMAX) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "SOFTMAX stands on layer %d, not last.", l));
      }
    }
    for (LayerShape layer : layers) {
      double scale = layer.scale();
      boolean inRange = scale >= precision.leastScale() && scale <= precision.greatestScale();
      if (layer.initializer() == Initializer.NORMAL && !inRange) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "A scale of %s is out of the range of %s.", scale, precision));
      }
    }
    Activation last = layers.getLast().activation();
    if (!loss.fits(last)) {
      throw new IllegalArgumentException("The loss " + loss + " does not fit " + last + ".");
    }
  }

  /**
   * A shape from its layers; generated classes are written with this form.
   *
   * @throws IllegalArgumentException if the layers are no chain that can be trained on the loss, as
   *     the constructor says
   */
  public static NetworkShape of(Loss loss, Precision precision, LayerShape... layers) {
    return of(loss, precision, List.of(layers));
  }

  /** As from single layers. */
  public static NetworkShape of(Loss loss, Precision precision, List<LayerShape> layers) {
    return new NetworkShape(layers, loss, precision);
  }

  /** The width of a sample. */
  public int inputs() {
    return layers.getFirst().in();
  }

  /** The width of an answer. */
  public int outputs() {
    return layers.getLast().out();
  }

  /** The number of weights and biases, without any padding. */
  public long parameters() {
    return layers.stream().mapToLong(layer -> (layer.in() + 1L) * layer.out()).sum();
  }

  /** The multiply-adds of one sample's forward pass. */
  public long multiplyAdds() {
    return layers.stream().mapToLong(layer -> (long) layer.in() * layer.out()).sum();
  }

  /** The widths with dashes, as in {@code 784-196-1}. */
  public String widths() {
    return inputs() + layers.stream().map(layer -> "-" + layer.out()).collect(Collectors.joining());
  }

  /** The widths, the activations, the loss and the precision in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s (%s), loss %s, %s",
        widths(),
        layers.stream().map(LayerShape::activationText).collect(Collectors.joining(", ")),
        loss,
        precision);
  }
}

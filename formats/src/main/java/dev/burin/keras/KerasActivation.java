package dev.burin.keras;

import dev.burin.Activation;
import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activation as Keras means it.
 *
 * @param slope below 0, {@link Activation#defaultSlope()} where it takes none
 */
record KerasActivation(Activation activation, double slope) {

  private static final KerasActivation NONE = of(Activation.IDENTITY);

  private static final String READ =
      "linear, relu, leaky_relu, elu, selu, sigmoid, hard_sigmoid of Keras 3, tanh, softmax,"
          + " softplus, gelu, silu or mish";

  private static KerasActivation of(Activation activation) {
    return new KerasActivation(activation, activation.defaultSlope());
  }

  /** Whether anything is applied. */
  boolean applies() {
    return activation != Activation.IDENTITY;
  }

  /** The activation in the field of a layer. */
  static KerasActivation field(Layer layer, Version version) throws MalformedFileException {
    @Nullable Json value = layer.config().get("activation");
    return switch (value) {
      case null -> NONE;
      case Json.Text name -> named(layer, name.text(), version);
      // A layer may stand where a name does.
      case Json.Members object when object.get("config") instanceof Json.Members config -> {
        String kind = Architecture.text(object.get("class_name"));
        Architecture.requireOfKeras(layer.file(), layer.place(), object);
        yield layer(new Layer(layer.file(), layer.name(), kind, config), version);
      }
      case Json.Members _, Json.Items _, Json.Real _, Json.Truth _, Json.Nothing _ ->
          throw layer.refused(
              "its activation is " + value.shown(),
              READ + "; a function of one's own is code, which is not run");
    };
  }

  /** The activation that a layer of its own is. */
  static KerasActivation layer(Layer layer, Version version) throws MalformedFileException {
    return switch (layer.kind()) {
      case "Activation" -> field(layer, version);
      case "ReLU" -> rectified(layer);
      case "LeakyReLU" -> {
        // The name before Keras 3; the layer has another default than the word.
        double slope = layer.number("alpha", layer.number("negative_slope", 0.3));
        yield leaky(layer, slope);
      }
      case "ELU" -> {
        double alpha = layer.number("alpha", 1);
        yield alpha == 0 ? of(Activation.RELU) : new KerasActivation(Activation.ELU, alpha);
      }
      case "Softmax" -> {
        requireLastAxis(layer);
        yield of(Activation.SOFTMAX);
      }
      default ->
          throw layer.refused(
              "as an activation, it is not read", READ + ", or a layer that does the same");
    };
  }

  private static KerasActivation rectified(Layer layer) throws MalformedFileException {
    if (layer.config().get("max_value") != null) {
      throw layer.refused(
          "it cuts off at " + layer.number("max_value", 0), "a ReLU without a max_value");
    }
    if (layer.number("threshold", 0) != 0) {
      throw layer.refused(
          "its threshold is " + layer.number("threshold", 0), "a ReLU whose threshold is 0");
    }
    return leaky(layer, layer.number("negative_slope", 0));
  }

  private static KerasActivation leaky(Layer layer, double slope) throws MalformedFileException {
    if (slope == 0) {
      return of(Activation.RELU);
    }
    if (slope < 0) {
      throw layer.refused("its slope below 0 is " + slope, "a slope that is not negative");
    }
    return new KerasActivation(Activation.LEAKY_RELU, slope);
  }

  /** The axis of a Softmax is the last one, by whichever number. */
  private static void requireLastAxis(Layer layer) throws MalformedFileException {
    double[] axes = layer.numbers("axis");
    if (axes != null && (axes.length != 1 || (axes[0] != -1 && axes[0] != 1))) {
      throw layer.refused("its axis is not the last one", "a Softmax over the outputs, axis -1");
    }
  }

  private static KerasActivation named(Layer layer, String name, Version version)
      throws MalformedFileException {
    requireKnown(layer, name, version);
    return switch (name) {
      case "linear" -> NONE;
      case "relu" -> of(Activation.RELU);
      case "sigmoid" -> of(Activation.SIGMOID);
      case "tanh" -> of(Activation.TANH);
      case "softmax" -> of(Activation.SOFTMAX);
      case "softplus" -> of(Activation.SOFTPLUS);
      // Exact unless a layer says approximate, which a word cannot.
      case "gelu" -> of(Activation.GELU);
      case "silu", "swish" -> of(Activation.SILU);
      case "selu" -> of(Activation.SELU);
      case "mish" -> of(Activation.MISH);
      case "hard_sigmoid" -> of(Activation.HARD_SIGMOID);
      case "elu" -> new KerasActivation(Activation.ELU, 1);
      case "leaky_relu" -> new KerasActivation(Activation.LEAKY_RELU, 0.2);
      default -> throw layer.refused("its activation is \"" + Names.shown(name) + "\"", READ);
    };
  }

  /** A word that its version of Keras did not know stands for a function of the user. */
  private static void requireKnown(Layer layer, String name, Version version)
      throws MalformedFileException {
    if (name.equals("hard_sigmoid") && (version.equals(Version.UNKNOWN) || version.before(3, 0))) {
      throw layer.refused(
          "its activation is \"hard_sigmoid\", which was 0.2 z + 0.5 before Keras 3",
          "a file of Keras 3, or another activation");
    }
    boolean own =
        (name.equals("gelu") && version.before(2, 4))
            || (name.equals("leaky_relu") && version.before(2, 4))
            || (List.of("swish", "silu").contains(name) && version.before(2, 3))
            || (name.equals("mish") && version.before(2, 13));
    if (own) {
      throw layer.refused(
          "its activation is \"" + name + "\", which Keras " + version + " did not have itself",
          READ + "; a function of one's own is code, which is not run");
    }
  }
}

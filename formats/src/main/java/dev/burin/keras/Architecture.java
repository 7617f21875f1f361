package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layers of a model in the order of the computation, as its configuration has them. The order
 * of names means nothing: {@code dense_10} stands before {@code dense_2} there.
 *
 * @param layers the layers, those that only say what the inputs are among them
 */
record Architecture(List<Layer> layers) {

  private static final String CHAIN =
      "one layer after the other: a Sequential model, or a functional one without branches";

  /** The modules that Keras has had as a part of TensorFlow, and beside it. */
  private static final String MODULES =
      "(keras|tf_keras|tensorflow[.]keras|tensorflow[.]python[.]keras)([.].*)?";

  /** Reads the configuration of a model. */
  static Architecture of(String file, Json.Members model) throws MalformedFileException {
    String kind = text(model.get("class_name"));
    Json config = model.get("config");
    requireOfKeras(file, "the model", model);
    boolean functional = kind.equals("Functional") || kind.equals("Model");
    if (config == null || (!functional && !kind.equals("Sequential"))) {
      throw new MalformedFileException(
          file,
          "the model is of the class \"" + Names.shown(kind) + "\"",
          "Sequential or Functional; a class of one's own is code, which is not run");
    }
    // Up to Keras 2.2.2 the configuration of a Sequential model was the array of its layers.
    Json list = config instanceof Json.Members members ? members.get("layers") : config;
    if (!(list instanceof Json.Items items)) {
      throw new MalformedFileException(file, "the model has no layers in its configuration", CHAIN);
    }
    List<Layer> layers = new ArrayList<>();
    for (Json item : items.items()) {
      layers.add(layer(file, item));
    }
    if (functional && config instanceof Json.Members members) {
      return new Architecture(FunctionalGraph.chain(file, members, items.items(), layers));
    }
    return new Architecture(List.copyOf(layers));
  }

  private static Layer layer(String file, Json item) throws MalformedFileException {
    if (!(item instanceof Json.Members members)
        || !(members.get("config") instanceof Json.Members config)) {
      throw new MalformedFileException(
          file, "a layer of the configuration is " + item.shown(), "an object with its config");
    }
    String name = text(config.get("name"));
    Layer layer =
        new Layer(
            file,
            name.isEmpty() ? text(members.get("name")) : name,
            text(members.get("class_name")),
            config);
    requireOfKeras(file, layer.place(), members);
    return layer;
  }

  /** A class of one's own may have the name of one of Keras, and do something else. */
  static void requireOfKeras(String file, String place, Json.Members object)
      throws MalformedFileException {
    String module = text(object.get("module"));
    String registered = text(object.get("registered_name"));
    boolean foreign = !module.isEmpty() && !module.matches(MODULES);
    // Keras itself registers nothing under a package but its own models, and by their plain names.
    if (foreign || registered.contains(">")) {
      throw new MalformedFileException(
          file,
          place,
          "its class comes from \"" + Names.shown(foreign ? module : registered) + "\"",
          "a class of Keras; one of one's own is code, which is not run");
    }
  }

  /** A text, or an empty one where there is none. */
  static String text(@Nullable Json value) {
    return value instanceof Json.Text text ? text.text() : "";
  }
}

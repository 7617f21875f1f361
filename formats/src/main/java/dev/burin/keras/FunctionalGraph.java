package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The graph of a functional model, which has to be a chain. */
final class FunctionalGraph {

  private static final String CHAIN =
      "a chain, in which each layer takes what the one before it gives";

  private final String file;
  private final Map<String, Layer> layers = new HashMap<>();
  private final Map<String, String> before = new HashMap<>();

  private FunctionalGraph(String file) {
    this.file = file;
  }

  /** The layers from the input to the output. */
  static List<Layer> chain(String file, Json.Members config, List<Json> items, List<Layer> layers)
      throws MalformedFileException {
    FunctionalGraph graph = new FunctionalGraph(file);
    for (int i = 0; i < layers.size(); i++) {
      graph.add(layers.get(i), (Json.Members) items.get(i));
    }
    String input = graph.only(config, "input_layers", "input");
    String output = graph.only(config, "output_layers", "output");
    List<Layer> chain = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (@Nullable String at = output; at != null; at = graph.before.get(at)) {
      Layer layer = graph.layers.get(at);
      if (layer == null || !seen.add(at)) {
        throw new MalformedFileException(
            file,
            "the layers lead in a circle, or to \"" + Names.shown(at) + "\", which is none",
            CHAIN);
      }
      chain.add(layer);
    }
    Collections.reverse(chain);
    if (!chain.getFirst().name().equals(input)) {
      throw chain.getFirst().refused("the chain does not start at the input of the model", CHAIN);
    }
    for (Layer layer : layers) {
      if (!seen.contains(layer.name())) {
        throw layer.refused("it is not on the way from the input to the output", CHAIN);
      }
    }
    return List.copyOf(chain);
  }

  private void add(Layer layer, Json.Members item) throws MalformedFileException {
    if (layers.put(layer.name(), layer) != null) {
      throw layer.refused("there are two layers of this name", "a name of its own for each");
    }
    if (!(item.get("inbound_nodes") instanceof Json.Items nodes) || nodes.items().isEmpty()) {
      return;
    }
    if (nodes.items().size() > 1) {
      throw layer.refused("it is used " + nodes.items().size() + " times", CHAIN);
    }
    List<String> from = sources(layer, nodes.items().getFirst());
    if (from.size() != 1) {
      throw layer.refused(
          "it takes " + from.size() + " inputs: a branch or a skip connection", CHAIN);
    }
    before.put(layer.name(), from.getFirst());
  }

  /** The layers that one use of a layer takes its inputs from. */
  private static List<String> sources(Layer layer, Json node) throws MalformedFileException {
    List<String> from = new ArrayList<>();
    switch (node) {
      // Keras 3: the arguments of the call, in which tensors name the layers that gave them.
      case Json.Members call -> {
        refuseTraining(layer, call.get("kwargs"));
        tensors(layer, call.get("args"), from);
      }
      // Before it: [[layer, node, tensor, arguments], ...], without the outer brackets at times.
      case Json.Items list when !list.items().isEmpty() ->
          history(
              layer,
              list.items().getFirst() instanceof Json.Text ? List.of(list) : list.items(),
              from);
      case Json.Items _, Json.Text _, Json.Real _, Json.Truth _, Json.Nothing _ ->
          throw unknown(layer);
    }
    return from;
  }

  private static void history(Layer layer, List<Json> uses, List<String> from)
      throws MalformedFileException {
    for (Json use : uses) {
      if (!(use instanceof Json.Items parts)
          || parts.items().size() < 3
          || !(parts.items().getFirst() instanceof Json.Text source)) {
        throw unknown(layer);
      }
      requireFirst(layer, parts.items());
      if (parts.items().size() > 3) {
        refuseTraining(layer, parts.items().get(3));
      }
      from.add(source.text());
    }
  }

  private static void tensors(Layer layer, @Nullable Json value, List<String> from)
      throws MalformedFileException {
    switch (value) {
      case Json.Items list -> {
        for (Json item : list.items()) {
          tensors(layer, item, from);
        }
      }
      case Json.Members tensor
          when tensor.get("config") instanceof Json.Members config
              && config.get("keras_history") instanceof Json.Items history
              && history.items().size() == 3
              && history.items().getFirst() instanceof Json.Text source -> {
        requireFirst(layer, history.items());
        from.add(source.text());
      }
      case Json.Members _, Json.Text _, Json.Real _, Json.Truth _, Json.Nothing _ ->
          throw unknown(layer);
      case null -> throw unknown(layer);
    }
  }

  /** A layer that is used once gives one tensor: node 0, tensor 0. */
  private static void requireFirst(Layer layer, List<Json> history) throws MalformedFileException {
    for (Json number : history.subList(1, 3)) {
      if (!(number instanceof Json.Real real) || real.number() != 0) {
        throw layer.refused("it takes another use or output of a layer than the first", CHAIN);
      }
    }
  }

  /** Dropout that is always on, or a normalisation of batches, is another function. */
  private static void refuseTraining(Layer layer, @Nullable Json arguments)
      throws MalformedFileException {
    if (!(arguments instanceof Json.Members members)) {
      return;
    }
    for (var argument : members.members().entrySet()) {
      boolean off =
          argument.getValue() instanceof Json.Nothing
              || argument.getValue().equals(new Json.Truth(false));
      if (!off) {
        throw layer.refused(
            "it is called with "
                + Names.shown(argument.getKey())
                + " = "
                + argument.getValue().shown(),
            "a call with its inputs alone");
      }
    }
  }

  /** The only input or output of the model. */
  private String only(Json.Members config, String field, String what)
      throws MalformedFileException {
    if (config.get(field) instanceof Json.Items list && !list.items().isEmpty()) {
      Json first = list.items().getFirst();
      if (first instanceof Json.Text name && list.items().size() == 3) {
        return name.text();
      }
      if (first instanceof Json.Items only
          && list.items().size() == 1
          && only.items().size() == 3
          && only.items().getFirst() instanceof Json.Text name) {
        return name.text();
      }
    }
    throw new MalformedFileException(
        file, "the model has more than one " + what + ", or none", "exactly one");
  }

  private static MalformedFileException unknown(Layer layer) {
    return layer.refused("it is called with other arguments than one input", CHAIN);
  }
}

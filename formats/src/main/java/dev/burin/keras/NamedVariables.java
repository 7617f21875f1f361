package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.hdf5.Hdf5Array;
import dev.burin.hdf5.Hdf5Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of an .h5 file, as Keras 1, 2 and 3 write it: attributes list the layers, and for
 * each the paths of its variables, whose last steps say what they are.
 */
final class NamedVariables implements Variables {

  /** The last step of a path; a name that was taken got a number behind it. */
  private static final Pattern ROLE = Pattern.compile("(?:.*/)?([A-Za-z_]+?)(?:_\\d+)?(?::\\d+)?");

  private final String file;
  private final Hdf5Group weights;
  private final Map<String, Map<String, Hdf5Array>> layers = new LinkedHashMap<>();
  private final Set<String> read = new LinkedHashSet<>();

  private NamedVariables(String file, Hdf5Group weights) {
    this.file = file;
    this.weights = weights;
  }

  /** The variables of a file, or nothing where it does not list its layers. */
  static Optional<NamedVariables> of(String file, Hdf5Group root) throws IOException {
    Hdf5Group weights = root.group("model_weights").orElse(root);
    Optional<List<String>> names = Chunked.names(weights, "layer_names");
    if (names.isEmpty()) {
      return Optional.empty();
    }
    NamedVariables variables = new NamedVariables(file, weights);
    for (String name : names.get()) {
      if (variables.layers.put(name, variables.layer(name)) != null) {
        throw variables.refused(name, "the file lists it twice", "each layer once");
      }
    }
    return Optional.of(variables);
  }

  private Map<String, Hdf5Array> layer(String name) throws IOException {
    Hdf5Group group =
        weights
            .group(name)
            .orElseThrow(() -> refused(name, "the file lists it but has no such group", "it"));
    Map<String, Hdf5Array> arrays = new LinkedHashMap<>();
    for (String path : Chunked.names(group, "weight_names").orElse(List.of())) {
      Hdf5Array array =
          group
              .array(path)
              .orElseThrow(
                  () ->
                      refused(
                          name,
                          "there is no array \"" + Names.shown(path) + "\"",
                          "all that weight_names lists"));
      if (arrays.put(role(name, path), array) != null) {
        throw refused(
            name,
            "it has two variables \"" + role(name, path) + "\"",
            "a layer with one of each, and not a model within the model");
      }
    }
    return arrays;
  }

  /** What a variable is for: what its path ends with, and W and b in Keras 1. */
  private static String role(String layer, String path) {
    for (String old : List.of("W", "b")) {
      if (path.replaceFirst(":\\d+$", "").equals(layer + "_" + old)) {
        return old.equals("W") ? "kernel" : "bias";
      }
    }
    Matcher matcher = ROLE.matcher(path);
    return matcher.matches() ? matcher.group(1) : path;
  }

  /** The layers of a file that holds weights alone, all of which have to be Dense. */
  List<Layer> dense() throws MalformedFileException {
    List<Layer> dense = new ArrayList<>();
    for (var layer : layers.entrySet()) {
      Set<String> roles = layer.getValue().keySet();
      if (roles.isEmpty()) {
        continue;
      }
      if (!roles.equals(Set.of("kernel", "bias")) && !roles.equals(Set.of("kernel"))) {
        throw refused(
            layer.getKey(),
            "it has " + shown(roles) + ", and weights alone do not say what it computes",
            "a whole model, as model.save writes it");
      }
      dense.add(Layer.weightsAlone(file, layer.getKey(), roles.size() > 1));
    }
    return dense;
  }

  @Override
  public List<Hdf5Array> of(Layer layer, List<String> roles) throws MalformedFileException {
    Map<String, Hdf5Array> arrays = layers.getOrDefault(layer.name(), Map.of());
    read.add(layer.name());
    List<Hdf5Array> found = new ArrayList<>();
    for (String role : roles) {
      Hdf5Array array = arrays.get(role);
      if (array != null) {
        found.add(array);
      }
    }
    if (found.size() != roles.size() || arrays.size() != roles.size()) {
      throw layer.refused(
          "its variables in the file are " + shown(arrays.keySet()), shown(Set.copyOf(roles)));
    }
    return found;
  }

  @Override
  public int count(Layer layer) {
    return layers.getOrDefault(layer.name(), Map.of()).size();
  }

  private static String shown(Set<String> roles) {
    return roles.isEmpty()
        ? "none"
        : Names.shown(String.join(", ", roles.stream().sorted().toList()));
  }

  @Override
  public void requireAllRead() throws MalformedFileException {
    for (var layer : layers.entrySet()) {
      if (!layer.getValue().isEmpty() && !read.contains(layer.getKey())) {
        throw refused(
            layer.getKey(),
            "the file has variables of it",
            "variables of layers that are in the model alone");
      }
    }
  }

  private MalformedFileException refused(String layer, String found, String expected) {
    return new MalformedFileException(
        file, "layer \"" + Names.shown(layer) + "\"", found, expected);
  }
}

package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.hdf5.Hdf5Array;
import dev.burin.hdf5.Hdf5Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a .weights.h5 file, and of the one in a .keras archive: a group for each layer,
 * named by its class and a counter, {@code layers/dense}, {@code layers/dense_1} and so on to
 * {@code layers/dense_10}, in which {@code vars/0}, {@code vars/1} and so on are its variables.
 */
final class NumberedVariables implements Variables {

  /** The names of the group of all layers, now and up to Keras 2.15. */
  private static final List<String> GROUPS = List.of("layers", "_layer_checkpoint_dependencies");

  private static final Pattern NAME = Pattern.compile("(.*?)(?:_(\\d{1,9}))?");

  /** Where random numbers come from, which inference draws none of. */
  private static final String SEEDS = "seed_generator";

  private static final int DEEPEST = 16;

  private final String file;

  /** The groups with variables of each class, by their counters. */
  private final Map<String, TreeMap<Integer, Hdf5Group>> classes = new LinkedHashMap<>();

  private final Map<String, Integer> read = new HashMap<>();

  private NumberedVariables(String file) {
    this.file = file;
  }

  /** The variables of a file, or nothing where it has no such groups. */
  static Optional<NumberedVariables> of(String file, Hdf5Group root) throws IOException {
    for (String name : GROUPS) {
      Optional<Hdf5Group> layers = root.group(name);
      if (layers.isPresent()) {
        NumberedVariables variables = new NumberedVariables(file);
        for (String layer : layers.get().names()) {
          Optional<Hdf5Group> group = layers.get().group(layer);
          if (group.isPresent()) {
            variables.add(layer, group.get());
          }
        }
        return Optional.of(variables);
      }
    }
    return Optional.empty();
  }

  private void add(String name, Hdf5Group group) throws IOException {
    for (String member : group.names()) {
      if (!member.equals("vars") && !member.equals(SEEDS) && holdsArrays(group, member, 0)) {
        throw new MalformedFileException(
            file,
            "group \"" + Names.shown(group.path()) + "\"",
            "it has variables in \"" + Names.shown(member) + "\", as a model within the model has",
            "a layer whose variables are its own");
      }
    }
    Optional<Hdf5Group> vars = group.group("vars");
    if (vars.isEmpty() || vars.get().names().isEmpty()) {
      return;
    }
    Matcher matcher = NAME.matcher(name);
    // A name that is no counter behind a class is a class of its own.
    String kind = matcher.matches() ? matcher.group(1) : name;
    int number =
        matcher.matches() && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : 0;
    if (classes.computeIfAbsent(kind, _ -> new TreeMap<>()).put(number, vars.get()) != null) {
      throw new MalformedFileException(
          file, "group \"" + Names.shown(name) + "\"", "there are two of it", "one");
    }
  }

  private static boolean holdsArrays(Hdf5Group group, String member, int depth) throws IOException {
    if (group.array(member).isPresent()) {
      return true;
    }
    Optional<Hdf5Group> below = group.group(member);
    if (below.isEmpty()) {
      return false;
    }
    if (depth == DEEPEST) {
      return true;
    }
    for (String name : below.get().names()) {
      if (!name.equals(SEEDS) && holdsArrays(below.get(), name, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** The layers of a file that holds weights alone, all of which have to be Dense. */
  List<Layer> dense() throws IOException {
    List<Layer> layers = new ArrayList<>();
    for (var kind : classes.entrySet()) {
      for (Hdf5Group vars : kind.getValue().values()) {
        Layer layer =
            Layer.weightsAlone(file, named(vars).orElse(kind.getKey()), vars.names().size() > 1);
        if (!kind.getKey().equals("dense")) {
          throw new MalformedFileException(
              file,
              "group \"" + Names.shown(vars.path()) + "\"",
              "it is of another class than Dense, and weights alone do not say what it computes",
              "a whole model, as model.save writes it");
        }
        layers.add(layer);
      }
    }
    return layers;
  }

  /** The name of the layer that newer versions write beside its variables. */
  private static Optional<String> named(Hdf5Group vars) throws IOException {
    return vars.texts("name").map(names -> String.join("", names));
  }

  @Override
  public List<Hdf5Array> of(Layer layer, List<String> roles) throws IOException {
    Hdf5Group vars = next(layer);
    read.merge(snake(layer.kind()), 1, Integer::sum);
    String named = named(vars).orElse(layer.name());
    if (!named.equals(layer.name())) {
      throw layer.refused(
          "its variables in \""
              + Names.shown(vars.path())
              + "\" are said to be those of \""
              + Names.shown(named)
              + "\"",
          "the layers of the file in the order of the model");
    }
    List<Hdf5Array> found = new ArrayList<>();
    for (int i = 0; i < roles.size(); i++) {
      Optional<Hdf5Array> array = vars.array("" + i);
      if (array.isPresent()) {
        found.add(array.get());
      }
    }
    if (found.size() != roles.size() || vars.names().size() != roles.size()) {
      throw layer.refused(
          "it has " + vars.names().size() + " variables in the file",
          roles.size() + ": " + String.join(", ", roles));
    }
    return found;
  }

  @Override
  public int count(Layer layer) throws IOException {
    return next(layer).names().size();
  }

  private Hdf5Group next(Layer layer) throws MalformedFileException {
    String kind = snake(layer.kind());
    List<Hdf5Group> groups = List.copyOf(classes.getOrDefault(kind, new TreeMap<>()).values());
    int before = read.getOrDefault(kind, 0);
    if (before >= groups.size()) {
      throw layer.refused(
          "the file has variables of " + groups.size() + " layers of this class", "of all of them");
    }
    return groups.get(before);
  }

  @Override
  public void requireAllRead() throws MalformedFileException {
    for (var each : classes.entrySet()) {
      int asked = read.getOrDefault(each.getKey(), 0);
      if (each.getValue().size() > asked) {
        throw new MalformedFileException(
            file,
            "class \"" + Names.shown(each.getKey()) + "\"",
            "the file has variables of " + each.getValue().size() + " such layers",
            asked + " of them, as the model has");
      }
    }
  }

  /** The name of a class as Keras writes it in small letters. */
  private static String snake(String name) {
    return name.replaceAll("\\W+", "")
        .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}

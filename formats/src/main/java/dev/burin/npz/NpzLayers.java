package dev.burin.npz;

import dev.burin.data.npy.NpyArray;
import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the layers in the arrays of a file, by their names or, where {@code numpy.savez} numbered
 * them, by their order.
 */
final class NpzLayers {

  private static final Pattern MATRIX =
      Pattern.compile("(.*?)(kernel|coefs?|weights?|W|w)(?:_?(\\d+))?_?(?::0)?");

  private static final Pattern VECTOR =
      Pattern.compile("(.*?)(bias|biases|intercepts?|B|b)(?:_?(\\d+))?_?(?::0)?");

  private static final Pattern NUMBERED = Pattern.compile("arr_(\\d{1,9})");

  private static final String KNOWN =
      "W1, b1, W2, b2 and so on, coefs_0, intercepts_0 and so on, fc1.weight, fc1.bias and so on,"
          + " or arr_0, arr_1 and so on";

  private static final Comparator<String> NATURAL = new NaturalOrder();

  private final String file;

  /** The layouts that names speak of. */
  private final Set<WeightLayout> named = new LinkedHashSet<>();

  private NpzLayers(String file) {
    this.file = file;
  }

  /**
   * What the arrays may be: each way of taking them for layers, of which most files have one.
   *
   * @param layers the layers of each way
   * @param layout the layout that the names speak of, or null
   */
  record Ways(List<List<NpzLayer>> layers, @Nullable WeightLayout layout) {}

  static Ways of(String file, Map<String, NpyArray> arrays) throws MalformedFileException {
    NpzLayers found = new NpzLayers(file);
    if (arrays.keySet().stream().allMatch(name -> NUMBERED.matcher(name).matches())) {
      return new Ways(found.numbered(arrays), null);
    }
    List<NpzLayer> layers = found.named(arrays);
    if (found.named.size() > 1) {
      throw new MalformedFileException(
          file,
          "some names are those of weights with a row for each output, and some for each input",
          "one way for all, as one library writes them");
    }
    WeightLayout layout = found.named.isEmpty() ? null : found.named.iterator().next();
    return new Ways(List.of(layers), layout);
  }

  private List<NpzLayer> named(Map<String, NpyArray> arrays) throws MalformedFileException {
    Map<String, String> matrices = new LinkedHashMap<>();
    Map<String, NpyArray> vectors = new LinkedHashMap<>();
    for (String name : arrays.keySet()) {
      Matcher matrix = MATRIX.matcher(name);
      Matcher vector = VECTOR.matcher(name);
      boolean taken;
      if (matrix.matches()) {
        hint(matrix.group(1), matrix.group(2), matrix.group(3) != null);
        taken = matrices.put(key(matrix), name) != null;
      } else if (vector.matches()) {
        taken = vectors.put(key(vector), Objects.requireNonNull(arrays.get(name))) != null;
      } else {
        throw new MalformedFileException(
            file, "array \"" + Names.shown(name) + "\"", "it is neither weights nor biases", KNOWN);
      }
      if (taken) {
        throw new MalformedFileException(
            file,
            "array \"" + Names.shown(name) + "\"",
            "another one is the same by its name",
            KNOWN);
      }
    }
    for (String key : vectors.keySet()) {
      if (!matrices.containsKey(key)) {
        throw new MalformedFileException(
            file, "the biases \"" + Names.shown(key) + "\" have no weights", KNOWN);
      }
    }
    List<NpzLayer> layers = new ArrayList<>();
    for (String key : ordered(matrices.keySet())) {
      String name = Objects.requireNonNull(matrices.get(key));
      if (!vectors.isEmpty() && !vectors.containsKey(key)) {
        throw new MalformedFileException(
            file,
            "the weights \"" + Names.shown(name) + "\" have no biases",
            "biases for all layers, or for none");
      }
      layers.add(new NpzLayer(name, Objects.requireNonNull(arrays.get(name)), vectors.get(key)));
    }
    return layers;
  }

  /** What two arrays of one layer have in common. */
  private static String key(Matcher name) {
    return name.group(1) + (name.group(3) == null ? "" : name.group(3));
  }

  private void hint(String prefix, String word, boolean numbered) {
    if (word.equals("kernel") || word.equals("coefs")) {
      named.add(WeightLayout.IN_OUT);
    } else if (word.equals("coef")
        || (word.equals("weight") && prefix.endsWith(".") && !numbered)) {
      // A linear model of scikit-learn has coef_ the other way round than a network has coefs_.
      named.add(WeightLayout.OUT_IN);
    }
  }

  /**
   * The order of the layers: by the numbers in their names, where nothing else differs, and
   * otherwise that of the file, which is the order in which they were given to numpy.savez.
   */
  private static List<String> ordered(Set<String> keys) {
    boolean alike = keys.stream().map(key -> key.replaceAll("\\d+", "#")).distinct().count() == 1;
    return alike ? keys.stream().sorted(NATURAL).toList() : List.copyOf(keys);
  }

  /** Weights and biases in turns, all weights and then all biases, or weights alone. */
  private List<List<NpzLayer>> numbered(Map<String, NpyArray> arrays)
      throws MalformedFileException {
    List<NpyArray> all = new ArrayList<>();
    for (int i = 0; i < arrays.size(); i++) {
      NpyArray array = arrays.get("arr_" + i);
      if (array == null) {
        throw new MalformedFileException(
            file, "there is no arr_" + i + " among its arrays", "numbers from 0 without a gap");
      }
      all.add(array);
    }
    int half = all.size() / 2;
    List<List<NpzLayer>> ways = new ArrayList<>();
    if (all.size() % 2 == 0) {
      List<NpzLayer> turns = new ArrayList<>();
      List<NpzLayer> halves = new ArrayList<>();
      for (int i = 0; i < half; i++) {
        turns.add(new NpzLayer("arr_" + 2 * i, all.get(2 * i), all.get(2 * i + 1)));
        halves.add(new NpzLayer("arr_" + i, all.get(i), all.get(half + i)));
      }
      ways.add(turns);
      if (half > 1) {
        ways.add(halves);
      }
    }
    List<NpzLayer> alone = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      alone.add(new NpzLayer("arr_" + i, all.get(i), null));
    }
    ways.add(alone);
    return ways;
  }
}

package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layer as the configuration of a model describes it.
 *
 * @param file what messages call the file
 * @param name what the layer is called, and its weights too
 * @param kind the name of its class, such as {@code Dense}
 * @param config what it was made with
 */
record Layer(String file, String name, String kind, Json.Members config) {

  /** A Dense layer of which a file has the weights alone. */
  static Layer weightsAlone(String file, String name, boolean biased) {
    return new Layer(
        file, name, "Dense", new Json.Members(Map.of("use_bias", new Json.Truth(biased))));
  }

  /** Where the layer is, for a message. */
  String place() {
    return "layer \"" + Names.shown(name) + "\" (" + Names.shown(kind) + ")";
  }

  /** The refusal of the file because of this layer. */
  MalformedFileException refused(String found, String expected) {
    return new MalformedFileException(file, place(), found, expected);
  }

  /** What a field says, or another value where it says nothing. */
  boolean truth(String field, boolean otherwise) throws MalformedFileException {
    Json value = config.get(field);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Json.Truth truth) {
      return truth.value();
    }
    throw wrong(field, value, "true or false");
  }

  /**
   * The number that a field holds, or another where it holds none. Some versions of Keras write an
   * array of NumPy for a single number.
   */
  double number(String field, double otherwise) throws MalformedFileException {
    Json value = config.get(field);
    if (value instanceof Json.Members array && array.get("value") != null) {
      value = array.get("value");
    }
    if (value instanceof Json.Items items && items.items().size() == 1) {
      value = items.items().getFirst();
    }
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Json.Real real && Double.isFinite(real.number())) {
      return real.number();
    }
    throw wrong(field, value, "a number");
  }

  /** The numbers of a field, which is one, an array, or an array of them in an array of one. */
  double @Nullable [] numbers(String field) throws MalformedFileException {
    Json value = config.get(field);
    if (value == null) {
      return null;
    }
    while (value instanceof Json.Items items
        && items.items().size() == 1
        && items.items().getFirst() instanceof Json.Items) {
      value = items.items().getFirst();
    }
    List<Json> items = value instanceof Json.Items array ? array.items() : List.of(value);
    double[] numbers = new double[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!(items.get(i) instanceof Json.Real real) || !Double.isFinite(real.number())) {
        throw wrong(field, items.get(i), "numbers");
      }
      numbers[i] = real.number();
    }
    return numbers;
  }

  /** The lengths of a field, -1 for what may vary; null where there is no such field. */
  @Nullable List<Long> lengths(String field) throws MalformedFileException {
    Json value = config.get(field);
    if (value == null) {
      return null;
    }
    if (!(value instanceof Json.Items items)) {
      throw wrong(field, value, "an array of lengths");
    }
    List<Long> lengths = new ArrayList<>();
    for (Json item : items.items()) {
      switch (item) {
        case Json.Real real when real.number() == (int) real.number() && real.number() >= -1 ->
            lengths.add((long) real.number());
        case Json.Nothing _ -> lengths.add(-1L);
        case Json.Real _, Json.Text _, Json.Truth _, Json.Items _, Json.Members _ ->
            throw wrong(field, item, "the whole lengths of one input");
      }
    }
    return lengths;
  }

  private MalformedFileException wrong(String field, Json value, String expected) {
    return refused(field + " is " + value.shown(), expected);
  }
}

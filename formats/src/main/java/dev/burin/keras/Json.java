package dev.burin.keras;

import dev.burin.file.Names;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of JSON, in which Keras describes its models. */
sealed interface Json {

  /** A string. */
  record Text(String text) implements Json {}

  /** A number, also NaN and the infinities, which Python writes though JSON has none. */
  record Real(double number) implements Json {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value) implements Json {}

  /** {@code null}. */
  record Nothing() implements Json {}

  /** An array. */
  record Items(List<Json> items) implements Json {}

  /** An object, in the order of the text. */
  record Members(Map<String, Json> members) implements Json {

    /** The value of a name; null where there is none, or it is {@code null}. */
    @Nullable Json get(String name) {
      Json value = members.get(name);
      return value instanceof Nothing ? null : value;
    }
  }

  /** What this is, for a sentence. */
  default String shown() {
    return switch (this) {
      case Text text -> "\"" + Names.shown(text.text()) + "\"";
      case Real real -> "" + real.number();
      case Truth truth -> "" + truth.value();
      case Nothing _ -> "null";
      case Items items -> "an array of " + items.items().size();
      case Members members ->
          members.get("class_name") instanceof Text kind
              ? "an object of the class \"" + Names.shown(kind.text()) + "\""
              : "an object of " + members.members().size();
    };
  }
}

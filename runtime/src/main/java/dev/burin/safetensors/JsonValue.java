package dev.burin.safetensors;

import dev.burin.file.Names;
import java.util.List;
import java.util.Map;

/** What a header may be made of. */
sealed interface JsonValue {

  /** A string. */
  record Text(String text) implements JsonValue {}

  /** A whole number, 0 or more. */
  record Whole(long number) implements JsonValue {}

  /** An array. */
  record Items(List<JsonValue> items) implements JsonValue {}

  /** An object, in the order of the file. */
  record Members(Map<String, JsonValue> members) implements JsonValue {}

  /** What this is, for a sentence. */
  default String kind() {
    return switch (this) {
      case Text text -> "the string \"" + Names.shown(text.text()) + "\"";
      case Whole whole -> "the number " + whole.number();
      case Items items -> "an array of " + items.items().size();
      case Members members -> "an object of " + members.members().size();
    };
  }
}

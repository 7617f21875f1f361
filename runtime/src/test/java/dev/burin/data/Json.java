package dev.burin.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of test data, which is well-formed, into maps, lists, numbers and strings. */
public final class Json {

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** The value that a text is. */
  public static @Nullable Object read(String text) {
    return new Json(text).value();
  }

  private @Nullable Object value() {
    space();
    char c = text.charAt(at);
    if (c == '{') {
      return object();
    }
    if (c == '[') {
      return array();
    }
    if (c == '"') {
      return string();
    }
    int from = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> Double.valueOf(word);
    };
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    at++;
    for (space(); text.charAt(at) != '}'; separator()) {
      String key = string();
      space();
      at++;
      object.put(key, value());
    }
    at++;
    return object;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> array = new ArrayList<>();
    at++;
    for (space(); text.charAt(at) != ']'; separator()) {
      array.add(value());
    }
    at++;
    return array;
  }

  private String string() {
    int end = text.indexOf('"', at + 1);
    String string = text.substring(at + 1, end);
    at = end + 1;
    return string;
  }

  private void separator() {
    space();
    if (text.charAt(at) == ',') {
      at++;
      space();
    }
  }

  private void space() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}

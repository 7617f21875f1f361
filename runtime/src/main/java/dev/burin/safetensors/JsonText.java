package dev.burin.safetensors;

import java.util.Locale;

/** Strings as JSON (RFC 8259) spells them, in ASCII. */
public final class JsonText {

  private JsonText() {}

  /** A member of an object. */
  public static String member(String name, String text) {
    return string(name) + ":" + string(text);
  }

  /**
   * A string with its quotes.
   *
   * @throws IllegalArgumentException if it holds half a surrogate pair
   */
  public static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        json.append(c);
      } else {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (Character.isSurrogate(c) && !pair) {
          throw new IllegalArgumentException(
              "A text holds half a surrogate pair at character " + i + "; expected valid Unicode.");
        }
        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        if (pair) {
          i++;
          json.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(i)));
        }
      }
    }
    return json.append('"').toString();
  }
}

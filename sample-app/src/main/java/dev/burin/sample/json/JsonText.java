package dev.burin.sample.json;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes JSON: names and values one after the other, with commas where they belong. */
public final class JsonText {

  /** The characters of a text that a message shows. */
  static final int LONGEST = 40;

  private final StringBuilder text = new StringBuilder();
  private boolean comma;

  /** Begins an object. */
  public JsonText object() {
    return open('{');
  }

  /** Begins an array. */
  public JsonText array() {
    return open('[');
  }

  private JsonText open(char c) {
    separate();
    text.append(c);
    comma = false;
    return this;
  }

  /** Ends an object. */
  public JsonText endObject() {
    return close('}');
  }

  /** Ends an array. */
  public JsonText endArray() {
    return close(']');
  }

  private JsonText close(char c) {
    text.append(c);
    comma = true;
    return this;
  }

  /** The name of the value that follows. */
  public JsonText name(String name) {
    separate();
    quote(name);
    text.append(':');
    comma = false;
    return this;
  }

  /** A string. */
  public JsonText value(String value) {
    separate();
    quote(value);
    return this;
  }

  /** A whole number. */
  public JsonText value(long value) {
    separate();
    text.append(value);
    return this;
  }

  /** A truth. */
  public JsonText value(boolean value) {
    separate();
    text.append(value);
    return this;
  }

  /** A finite float, in the fewest digits that tell it from all others. */
  public JsonText value(float value) {
    separate();
    text.append(value);
    return this;
  }

  /** A finite double, in the fewest digits that tell it from all others. */
  public JsonText value(double value) {
    separate();
    text.append(value);
    return this;
  }

  /** A finite number with some places behind the point. */
  public JsonText value(double value, int places) {
    separate();
    text.append(String.format(Locale.ROOT, "%." + places + "f", value));
    return this;
  }

  /** Some floats, as an array. */
  public JsonText values(float[] values, int from, int count) {
    array();
    for (int i = from; i < from + count; i++) {
      value(values[i]);
    }
    return endArray();
  }

  private void separate() {
    if (comma) {
      text.append(',');
    }
    comma = true;
  }

  private void quote(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        text.append(c);
      } else {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    text.append('"');
  }

  /** The bytes of all that was written. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Text for a message: short, and without characters that hide or break lines. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (i == LONGEST) {
        return shown.append("...").toString();
      }
      char c = text.charAt(i);
      if (c >= ' ' && c <= '~') {
        shown.append(c);
      } else {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return shown.toString();
  }

  /** All that was written. */
  @Override
  public String toString() {
    return text.toString();
  }
}

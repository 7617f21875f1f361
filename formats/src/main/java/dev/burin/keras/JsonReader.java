package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) as Python writes it, which spells NaN and the infinities too. Names that
 * occur twice, values nested deeper than those of any model, and more of them are refused.
 */
final class JsonReader {

  /** Keras nests a layer in a model about a dozen deep. */
  private static final int DEEPEST = 64;

  /** A layer has about 60 values; this keeps a hostile text from costing many times its size. */
  private static final int MOST_VALUES = 1_000_000;

  private static final int LONGEST_NUMBER = 400;

  private static final Json NOTHING = new Json.Nothing();

  private final String file;
  private final String text;
  private int at;
  private int values;

  private JsonReader(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** The one object that a text holds. */
  static Json.Members read(String file, String text) throws MalformedFileException {
    JsonReader reader = new JsonReader(file, text);
    Json value = reader.value(1);
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw reader.refuse("nothing behind its end");
    }
    if (value instanceof Json.Members members) {
      return members;
    }
    throw new MalformedFileException(file, "the configuration is " + value.shown(), "an object");
  }

  private Json value(int depth) throws MalformedFileException {
    if (depth > DEEPEST) {
      throw refuse("values nested at most " + DEEPEST + " deep");
    }
    if (++values > MOST_VALUES) {
      throw refuse("at most " + MOST_VALUES + " values");
    }
    skipSpace();
    return switch (peek()) {
      case '{' -> members(depth);
      case '[' -> items(depth);
      case '"' -> new Json.Text(string());
      case 't' -> word("true", new Json.Truth(true));
      case 'f' -> word("false", new Json.Truth(false));
      case 'n' -> word("null", NOTHING);
      case 'N' -> word("NaN", new Json.Real(Double.NaN));
      case 'I' -> word("Infinity", new Json.Real(Double.POSITIVE_INFINITY));
      default -> number();
    };
  }

  private Json word(String word, Json value) throws MalformedFileException {
    if (!text.startsWith(word, at)) {
      throw refuse("a value");
    }
    at += word.length();
    return value;
  }

  private Json members(int depth) throws MalformedFileException {
    Map<String, Json> members = new LinkedHashMap<>();
    take('{');
    skipSpace();
    if (peek() == '}') {
      at++;
      return new Json.Members(members);
    }
    while (true) {
      skipSpace();
      String name = string();
      skipSpace();
      take(':');
      if (members.containsKey(name)) {
        throw refuse("the name \"" + Names.shown(name) + "\" only once");
      }
      members.put(name, value(depth + 1));
      skipSpace();
      if (peek() == '}') {
        at++;
        return new Json.Members(members);
      }
      take(',');
    }
  }

  private Json items(int depth) throws MalformedFileException {
    List<Json> items = new ArrayList<>();
    take('[');
    skipSpace();
    if (peek() == ']') {
      at++;
      return new Json.Items(items);
    }
    while (true) {
      items.add(value(depth + 1));
      skipSpace();
      if (peek() == ']') {
        at++;
        return new Json.Items(items);
      }
      take(',');
    }
  }

  private Json number() throws MalformedFileException {
    if (text.startsWith("-Infinity", at)) {
      return word("-Infinity", new Json.Real(Double.NEGATIVE_INFINITY));
    }
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String spelled = text.substring(start, at);
    if (spelled.length() > LONGEST_NUMBER
        || !spelled.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?")) {
      at = start;
      throw refuse("a value");
    }
    return new Json.Real(Double.parseDouble(spelled));
  }

  private String string() throws MalformedFileException {
    take('"');
    StringBuilder string = new StringBuilder();
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        return string.toString();
      }
      if (c < ' ') {
        throw refuse("control characters in strings to be escaped");
      }
      string.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() throws MalformedFileException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = 0; i < 4; i++) {
          char hex = peek();
          // Character.digit also takes the digits of other scripts.
          int digit = hex < 128 ? Character.digit(hex, 16) : -1;
          if (digit < 0) {
            throw refuse("four hexadecimal digits after \\u");
          }
          code = 16 * code + digit;
          at++;
        }
        yield (char) code;
      }
      default -> throw refuse("one of the escapes of JSON");
    };
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws MalformedFileException {
    if (at >= text.length()) {
      throw refuse("more: the object is not closed");
    }
    return text.charAt(at);
  }

  private void take(char c) throws MalformedFileException {
    if (peek() != c) {
      throw refuse("'" + c + "'");
    }
    at++;
  }

  private MalformedFileException refuse(String expected) {
    return new MalformedFileException(
        file, "the configuration is not valid JSON at character " + at, expected);
  }
}

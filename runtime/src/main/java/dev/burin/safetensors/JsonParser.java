package dev.burin.safetensors;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the part of JSON (RFC 8259) that headers are made of: objects, arrays, strings and whole
 * numbers from 0. Everything else is refused, as are names that occur twice, values nested deeper
 * than a header is, and more values than any network has.
 */
final class JsonParser {

  /** A header is an object of objects of arrays of numbers: four. */
  private static final int DEEPEST = 4;

  /** Keeps a hostile file from costing many times its own size in memory. */
  private static final int MOST_VALUES = 250_000;

  private final String file;
  private final String text;
  private int at;
  private int values;

  JsonParser(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** The one object that the text holds; behind it only spaces may stand. */
  JsonValue.Members parse() throws MalformedFileException {
    JsonValue value = value(1);
    while (at < text.length()) {
      if (text.charAt(at) != ' ') {
        throw refuse("only spaces after the end of the object");
      }
      at++;
    }
    return switch (value) {
      case JsonValue.Members members -> members;
      case JsonValue.Items other -> throw wrongRoot(other);
      case JsonValue.Text other -> throw wrongRoot(other);
      case JsonValue.Whole other -> throw wrongRoot(other);
    };
  }

  private MalformedFileException wrongRoot(JsonValue value) {
    return new MalformedFileException(file, "the header is " + value.kind(), "an object");
  }

  private JsonValue value(int depth) throws MalformedFileException {
    if (depth > DEEPEST) {
      throw refuse("values nested at most " + DEEPEST + " deep");
    }
    if (++values > MOST_VALUES) {
      throw refuse("at most " + MOST_VALUES + " values");
    }
    skipSpace();
    char c = peek();
    return switch (c) {
      case '{' -> members(depth);
      case '[' -> items(depth);
      case '"' -> new JsonValue.Text(string());
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> whole();
      default -> throw refuse("an object, an array, a string or a whole number from 0");
    };
  }

  private JsonValue.Members members(int depth) throws MalformedFileException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    take('{');
    skipSpace();
    if (peek() == '}') {
      at++;
      return new JsonValue.Members(members);
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
        return new JsonValue.Members(members);
      }
      take(',');
    }
  }

  private JsonValue.Items items(int depth) throws MalformedFileException {
    List<JsonValue> items = new ArrayList<>();
    take('[');
    skipSpace();
    if (peek() == ']') {
      at++;
      return new JsonValue.Items(items);
    }
    while (true) {
      items.add(value(depth + 1));
      skipSpace();
      if (peek() == ']') {
        at++;
        return new JsonValue.Items(items);
      }
      take(',');
    }
  }

  private JsonValue.Whole whole() throws MalformedFileException {
    int start = at;
    long number = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      int digit = text.charAt(at) - '0';
      if (number > (Long.MAX_VALUE - digit) / 10) {
        throw refuse("a number of at most " + Long.MAX_VALUE);
      }
      number = number * 10 + digit;
      at++;
    }
    if (text.charAt(start) == '0' && at > start + 1) {
      throw refuse("a number without leading zeros");
    }
    return new JsonValue.Whole(number);
  }

  private String string() throws MalformedFileException {
    take('"');
    StringBuilder string = new StringBuilder();
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        break;
      }
      if (c < ' ') {
        throw refuse("control characters in strings to be escaped");
      }
      string.append(c == '\\' ? escape() : c);
    }
    for (int i = 0; i < string.length(); i++) {
      if (Character.isHighSurrogate(string.charAt(i))
          && i + 1 < string.length()
          && Character.isLowSurrogate(string.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(string.charAt(i))) {
        throw refuse("surrogates in pairs");
      }
    }
    return string.toString();
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
        file, "the header is not valid JSON at character " + at, expected);
  }
}

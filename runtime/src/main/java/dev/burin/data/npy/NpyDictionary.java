package dev.burin.data.npy;

import dev.burin.file.MalformedFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary of a header: exactly {@code descr}, a string, {@code fortran_order}, True or
 * False, and {@code shape}, a tuple of whole numbers, in any order. Nothing else of Python is read.
 */
final class NpyDictionary {

  private static final int MOST_DIMENSIONS = 32;

  private final String file;
  private final String text;
  private int at;
  private @Nullable String descr;
  private @Nullable Boolean columns;
  private @Nullable List<Long> shape;

  NpyDictionary(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** Reads the text, for an array of which so many bytes follow, and so many at most may. */
  NpyHeader parse(long data, long most) throws MalformedFileException {
    take('{');
    while (peek() != '}') {
      member();
      if (peek() != '}') {
        take(',');
      }
    }
    take('}');
    skipSpace();
    if (at < text.length()) {
      throw refuse("nothing but space after the dictionary");
    }
    String type = descr;
    Boolean order = columns;
    List<Long> lengths = shape;
    if (type == null || order == null || lengths == null) {
      throw refuse("descr, fortran_order and shape");
    }
    return NpyHeader.of(file, type, order, lengths, data, most);
  }

  private void member() throws MalformedFileException {
    String key = string();
    take(':');
    switch (key) {
      case "descr" -> {
        once(descr);
        if (peek() == '[') {
          throw new MalformedFileException(
              file, "the elements are structures", "plain numbers, f4 for example");
        }
        descr = string();
      }
      case "fortran_order" -> {
        once(columns);
        columns = truth();
      }
      case "shape" -> {
        once(shape);
        shape = tuple();
      }
      default -> throw refuse("no key but descr, fortran_order and shape");
    }
  }

  private void once(@Nullable Object before) throws MalformedFileException {
    if (before != null) {
      throw refuse("each key once");
    }
  }

  private boolean truth() throws MalformedFileException {
    skipSpace();
    for (String word : List.of("True", "False")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("True");
      }
    }
    throw refuse("True or False");
  }

  private List<Long> tuple() throws MalformedFileException {
    List<Long> lengths = new ArrayList<>();
    take('(');
    while (peek() != ')') {
      if (lengths.size() == MOST_DIMENSIONS) {
        throw refuse("at most " + MOST_DIMENSIONS + " dimensions");
      }
      lengths.add(whole());
      if (peek() != ')') {
        take(',');
      }
    }
    take(')');
    return lengths;
  }

  private long whole() throws MalformedFileException {
    skipSpace();
    int start = at;
    long number = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      int digit = text.charAt(at) - '0';
      if (number > (Long.MAX_VALUE - digit) / 10) {
        throw refuse("a length of at most " + Long.MAX_VALUE);
      }
      number = number * 10 + digit;
      at++;
    }
    if (at == start) {
      throw refuse("whole numbers from 0 as lengths");
    }
    if (at < text.length() && text.charAt(at) == 'L') {
      at++;
    }
    return number;
  }

  private String string() throws MalformedFileException {
    char quote = peek();
    if (quote != '\'' && quote != '"') {
      throw refuse("a string");
    }
    int end = text.indexOf(quote, at + 1);
    if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
      throw refuse("a string that ends, without escapes");
    }
    String string = text.substring(at + 1, end);
    at = end + 1;
    return string;
  }

  private char peek() throws MalformedFileException {
    skipSpace();
    if (at >= text.length()) {
      throw refuse("more: the dictionary is not closed");
    }
    return text.charAt(at);
  }

  private void take(char c) throws MalformedFileException {
    if (peek() != c) {
      throw refuse("'" + c + "'");
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private MalformedFileException refuse(String expected) {
    return new MalformedFileException(
        file, "character " + at + " of the header", "this is no header of NumPy", expected);
  }
}

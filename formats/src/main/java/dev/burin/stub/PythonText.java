package dev.burin.stub;

import java.util.Locale;

/** Text as Python spells it. */
final class PythonText {

  private PythonText() {}

  /** A string with its quotes, in ASCII, which is one of Python as well as of JSON. */
  static String string(String text) {
    StringBuilder spelled = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                spelled.append('\\').appendCodePoint(c);
              } else if (c >= ' ' && c <= '~') {
                spelled.appendCodePoint(c);
              } else {
                spelled.append(String.format(Locale.ROOT, "\\U%08x", c));
              }
            });
    return spelled.append('"').toString();
  }

  /** A number that Python reads as the same double. */
  static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e6
        ? String.format(Locale.ROOT, "%.1f", number)
        : Double.toString(number).replace('E', 'e');
  }
}

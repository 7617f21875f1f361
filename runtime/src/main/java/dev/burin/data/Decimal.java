package dev.burin.data;

import java.util.OptionalDouble;

/**
 * Reads decimal numbers as files spell them: a sign, ASCII digits with at most one point, an
 * exponent. Nothing else that Java would take is one: no NaN, no Infinity, no hexadecimal digits,
 * no suffix, no digits of other scripts.
 */
public final class Decimal {

  private Decimal() {}

  /**
   * The number that a text spells, or nothing if it spells none; infinite if it is beyond a double.
   *
   * @param point what separates the whole part from the fraction
   */
  public static OptionalDouble parse(String text, char point) {
    int at = 0;
    int end = text.length();
    if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int whole = digits(text, at);
    at += whole;
    int fraction = 0;
    if (at < end && text.charAt(at) == point) {
      fraction = digits(text, at + 1);
      at += 1 + fraction;
    }
    if (whole + fraction == 0) {
      return OptionalDouble.empty();
    }
    if (at < end && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      int exponent = digits(text, at);
      at += exponent;
      if (exponent == 0) {
        return OptionalDouble.empty();
      }
    }
    return at == end
        ? OptionalDouble.of(Double.parseDouble(point == '.' ? text : text.replace(point, '.')))
        : OptionalDouble.empty();
  }

  /** Whether a text would be a number if the digits of all scripts counted. */
  public static boolean hasForeignDigits(String text, char point) {
    StringBuilder ascii = new StringBuilder();
    boolean foreign = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c > 127 && Character.isDigit(c);
      foreign |= digit;
      ascii.append(digit ? (char) ('0' + Character.digit(c, 10)) : c);
    }
    return foreign && parse(ascii.toString(), point).isPresent();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }
}

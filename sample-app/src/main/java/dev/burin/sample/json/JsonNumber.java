package dev.burin.sample.json;

/**
 * Numbers of JSON: where they end, and which float is next to them.
 *
 * <p>Most numbers have few digits and a small exponent. Then digits and power of ten are exact as
 * doubles, and their product or quotient is the double next to the number (Clinger, 1990). Rounding
 * that to a float gives the float next to the number unless it lies just between two floats, which
 * is looked for; all other numbers go to {@link Float#parseFloat}.
 */
final class JsonNumber {

  /** More than twice what the longest exact spelling of a float needs. */
  private static final int LONGEST = 400;

  /** What a number is made of. */
  static final String GRAMMAR =
      "a number, such as -0.5 or 1e3, of at most " + LONGEST + " characters";

  /** So many digits are always exact in a double. */
  private static final int EXACT_DIGITS = 15;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** The bits of a double that a normal float has no room for, and half their range. */
  private static final long DROPPED = (1L << 29) - 1;

  private static final long HALF = 1L << 28;

  private JsonNumber() {}

  /** The index behind the number that begins at an index, or -1 if none does. */
  static int end(byte[] text, int start, int limit) {
    int at = start;
    if (at < limit && text[at] == '-') {
      at++;
    }
    int first = at;
    at = digits(text, at, limit);
    if (at == first || (text[first] == '0' && at > first + 1)) {
      return -1;
    }
    if (at < limit && text[at] == '.') {
      int fraction = at + 1;
      at = digits(text, fraction, limit);
      if (at == fraction) {
        return -1;
      }
    }
    if (at < limit && (text[at] == 'e' || text[at] == 'E')) {
      at++;
      if (at < limit && (text[at] == '+' || text[at] == '-')) {
        at++;
      }
      int exponent = at;
      at = digits(text, exponent, limit);
      if (at == exponent) {
        return -1;
      }
    }
    return at - start > LONGEST ? -1 : at;
  }

  private static int digits(byte[] text, int start, int limit) {
    int at = start;
    while (at < limit && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at;
  }

  /** The float next to a number whose grammar was checked. */
  static float value(byte[] text, int start, int end) {
    boolean negative = text[start] == '-';
    int at = negative ? start + 1 : start;
    long digits = 0;
    int count = 0;
    int scale = 0;
    boolean fraction = false;
    for (; at < end && text[at] != 'e' && text[at] != 'E'; at++) {
      if (text[at] == '.') {
        fraction = true;
      } else {
        count += digits == 0 && text[at] == '0' ? 0 : 1;
        scale -= fraction ? 1 : 0;
        digits = count > EXACT_DIGITS ? digits : 10 * digits + (text[at] - '0');
      }
    }
    // A longer exponent than five digits is not a small one, and the sum cannot overflow.
    int exponent = end - at > 7 ? POWERS.length : at < end ? exponent(text, at + 1, end) : 0;
    int power = scale + exponent;
    if (count <= EXACT_DIGITS && Math.abs(power) < POWERS.length) {
      double exact = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
      if (once(exact)) {
        float rounded = (float) exact;
        return negative ? -rounded : rounded;
      }
    }
    return Float.parseFloat(JsonStrings.latin(text, start, end));
  }

  private static int exponent(byte[] text, int start, int end) {
    boolean negative = text[start] == '-';
    int exponent = 0;
    for (int at = negative || text[start] == '+' ? start + 1 : start; at < end; at++) {
      exponent = 10 * exponent + (text[at] - '0');
    }
    return negative ? -exponent : exponent;
  }

  /** Whether rounding a double to a float gives what rounding the number itself would. */
  private static boolean once(double exact) {
    boolean normal = exact >= Float.MIN_NORMAL && exact < Float.MAX_VALUE;
    return exact == 0 || (normal && (Double.doubleToRawLongBits(exact) & DROPPED) != HALF);
  }
}

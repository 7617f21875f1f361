package dev.burin.keras;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of Keras that wrote a file, since some words changed their meaning.
 *
 * @param major 0 where the file does not say it
 */
record Version(int major, int minor) {

  /** Of a file that says nothing. */
  static final Version UNKNOWN = new Version(0, 0);

  private static final Pattern NUMBERS = Pattern.compile("\\s*(\\d{1,4})\\.(\\d{1,4})(?!\\d).*");

  /** The version that a text such as {@code 2.4.3} or {@code 2.2.4-tf} says. */
  static Version of(String text) {
    Matcher matcher = NUMBERS.matcher(text);
    return matcher.matches()
        ? new Version(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
        : UNKNOWN;
  }

  /** Whether it is known and came before another. */
  boolean before(int otherMajor, int otherMinor) {
    return !equals(UNKNOWN) && (major < otherMajor || (major == otherMajor && minor < otherMinor));
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}

package dev.burin.hdf5;

/** Text from a file, fit for a message. */
final class Printable {

  private static final int LONGEST = 80;

  private Printable() {}

  static String of(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || !Character.isDefined(c) ? '?' : c)
        .forEach(printable::appendCodePoint);
    return text.codePointCount(0, text.length()) > LONGEST ? printable + "..." : printable + "";
  }
}

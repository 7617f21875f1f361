package dev.burin.processor.model;

/** Checks that a text may be written into a source file as a name, and nothing else. */
final class Names {

  private Names() {}

  /**
   * The name itself.
   *
   * @throws IllegalArgumentException if the text is not an identifier
   */
  static String identifier(String name) {
    boolean good =
        !name.isEmpty()
            && Character.isJavaIdentifierStart(name.codePointAt(0))
            && name.codePoints().allMatch(Character::isJavaIdentifierPart);
    if (!good) {
      throw new IllegalArgumentException("Not a Java identifier: \"" + name + "\".");
    }
    return name;
  }

  /**
   * The dotted name itself; every part is an identifier.
   *
   * @throws IllegalArgumentException if a part is not an identifier
   */
  static String dotted(String name) {
    for (String part : name.split("\\.", -1)) {
      identifier(part);
    }
    return name;
  }

  /**
   * The package name itself; the unnamed package is the empty text.
   *
   * @throws IllegalArgumentException if a part is not an identifier
   */
  static String packageName(String name) {
    return name.isEmpty() ? name : dotted(name);
  }
}

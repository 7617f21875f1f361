package dev.burin.interchange;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/**
 * The name of an interface that is to be written.
 *
 * @param packageName its package, such as {@code app.models}; empty for the unnamed one
 * @param name its simple name, such as {@code Digits}
 */
public record TypeName(String packageName, String name) {

  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends final finally float for goto if implements import"
                  + " instanceof int interface long native new package private protected public"
                  + " return short static strictfp super switch synchronized this throw throws"
                  + " transient try void volatile while _ true false null")
              .split(" "));

  /** Words that name no type although they may name other things. */
  private static final Set<String> NO_TYPE = Set.of("var", "yield", "record", "sealed", "permits");

  /** Names that the written source uses for other types. */
  private static final Set<String> TAKEN =
      Set.of("Network", "Precision", "WeightsFile", "InputStream", "IOException", "Override");

  /**
   * Checks that both can stand in a source file.
   *
   * @throws IllegalArgumentException if one of them is no Java name, or if the source needs the
   *     name for another type
   */
  public TypeName {
    Objects.requireNonNull(packageName, "The name of the package is null; empty means none.");
    Objects.requireNonNull(name, "The name of the interface is null.");
    if (!packageName.isEmpty()) {
      for (String part : packageName.split("\\.", -1)) {
        if (!identifier(part)) {
          throw new IllegalArgumentException(
              "The package \"" + packageName + "\" is no Java name; give one such as app.models.");
        }
      }
    }
    if (!identifier(name) || NO_TYPE.contains(name)) {
      throw new IllegalArgumentException(
          "The name \"" + name + "\" is no name of a Java type; give one such as Digits.");
    }
    if (TAKEN.contains(name)) {
      throw new IllegalArgumentException(
          "The name " + name + " is that of a type which the interface uses; give another.");
    }
  }

  private static boolean identifier(String text) {
    return !text.isEmpty()
        && !KEYWORDS.contains(text)
        && Character.isJavaIdentifierStart(text.codePointAt(0))
        && text.codePoints().allMatch(TypeName::visiblePart);
  }

  private static boolean visiblePart(int c) {
    return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }

  /** The folders of the package, below a folder of sources or of resources. */
  Path folder(Path root) {
    Path folder = root;
    if (!packageName.isEmpty()) {
      for (String part : packageName.split("\\.", -1)) {
        folder = folder.resolve(part);
      }
    }
    return folder;
  }

  /** The name with its package. */
  @Override
  public String toString() {
    return packageName.isEmpty() ? name : packageName + "." + name;
  }
}

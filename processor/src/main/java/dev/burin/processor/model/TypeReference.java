package dev.burin.processor.model;

import java.util.List;

/**
 * A type of the user's that generated code mentions: a record or an enum, possibly nested.
 *
 * @param packageName the package, empty for the unnamed one
 * @param simpleNames the names from the outermost type to the type itself, at least one
 */
public record TypeReference(String packageName, List<String> simpleNames) {

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if there is no simple name or a part is not an identifier
   */
  public TypeReference {
    simpleNames = List.copyOf(simpleNames);
    if (simpleNames.isEmpty()) {
      throw new IllegalArgumentException("A type needs a simple name.");
    }
    Names.packageName(packageName);
    simpleNames.forEach(Names::identifier);
  }

  /** The name as an import would spell it, such as {@code garden.Flowers.Iris}. */
  public String qualifiedName() {
    String nested = String.join(".", simpleNames);
    return packageName.isEmpty() ? nested : packageName + "." + nested;
  }

  @Override
  public String toString() {
    return qualifiedName();
  }
}

package dev.burin.processor.model;

import java.util.List;

/**
 * An enum of answers.
 *
 * @param type the enum
 * @param constants its constants in their order, which is the order of the outputs
 */
public record EnumModel(TypeReference type, List<String> constants) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a constant is not an identifier
   */
  public EnumModel {
    constants = List.copyOf(constants);
    constants.forEach(Names::identifier);
  }

  @Override
  public String toString() {
    return type + " {" + String.join(", ", constants) + "}";
  }
}

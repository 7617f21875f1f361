package dev.burin.processor.model;

/**
 * One component of an input record, which is one input of the network.
 *
 * @param accessor the name of the component and of its accessor
 * @param type the type of the component
 */
public record ComponentModel(String accessor, ComponentType type) {

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if the accessor is not an identifier
   */
  public ComponentModel {
    Names.identifier(accessor);
  }

  @Override
  public String toString() {
    return type.keyword() + " " + accessor;
  }
}

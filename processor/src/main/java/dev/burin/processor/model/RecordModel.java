package dev.burin.processor.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input record.
 *
 * @param type the record
 * @param components its components in their order, which is the order of the inputs
 */
public record RecordModel(TypeReference type, List<ComponentModel> components) {

  /** Copies the list. */
  public RecordModel {
    components = List.copyOf(components);
  }

  @Override
  public String toString() {
    return components.stream()
        .map(ComponentModel::toString)
        .collect(Collectors.joining(", ", type + "(", ")"));
  }
}

package dev.burin.processor.model;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What simple names mean to a class that implements the interface, as far as its author decides it.
 *
 * @param types the names of all types that the class inherits from the interface
 * @param fields the names of all fields that the class inherits from the interface
 * @param neighbours whether the package of the interface has a type of a name
 */
public record Scope(Set<String> types, Set<String> fields, Predicate<String> neighbours) {

  /** Copies the sets. */
  public Scope {
    types = Set.copyOf(types);
    fields = Set.copyOf(fields);
  }
}

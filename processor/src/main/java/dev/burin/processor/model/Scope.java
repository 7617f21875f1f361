package dev.burin.processor.model;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What a class that implements the interface finds around it, as far as its author decides it.
 *
 * @param types the names of all types that the class inherits from the interface
 * @param fields the names of all fields that the class inherits from the interface
 * @param methods the names of all methods that the class inherits from the interface
 * @param neighbours whether the package of the interface has a type of a name
 */
public record Scope(
    Set<String> types, Set<String> fields, Set<String> methods, Predicate<String> neighbours) {

  /** A scope in which nothing is hidden. */
  public static final Scope EMPTY = new Scope(Set.of(), Set.of(), Set.of(), name -> false);

  /** Copies the sets. */
  public Scope {
    types = Set.copyOf(types);
    fields = Set.copyOf(fields);
    methods = Set.copyOf(methods);
  }
}

package dev.burin.processor.model;

import dev.burin.Precision;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One abstract method of the interface.
 *
 * @param name its name
 * @param kind what it computes
 * @param parameters the names of its parameters, as many as the kind has
 * @param varargs whether the last parameter, an array, was declared with three dots
 */
public record MethodModel(String name, MethodKind kind, List<String> parameters, boolean varargs) {

  /**
   * Checks the names.
   *
   * @throws IllegalArgumentException if a name is not an identifier, if two parameters share a
   *     name, if their number is not the kind's, or if a last parameter with three dots is no array
   */
  public MethodModel {
    parameters = List.copyOf(parameters);
    Names.identifier(name);
    parameters.forEach(Names::identifier);
    if (parameters.stream().distinct().count() < parameters.size()) {
      throw new IllegalArgumentException("Two parameters share a name: " + parameters + ".");
    }
    List<String> types = kind.parameterTypes(Precision.FLOAT);
    if (parameters.size() != types.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d parameters, but its kind has %d.",
              name,
              parameters.size(),
              types.size()));
    }
    if (varargs && !types.getLast().endsWith("[]")) {
      throw new IllegalArgumentException("The last parameter of " + name + " is no array.");
    }
  }

  /** The method as its interface would spell it with qualified names. */
  public String signature(Precision precision) {
    List<String> types = kind.parameterTypes(precision);
    return IntStream.range(0, types.size())
        .mapToObj(i -> types.get(i) + " " + parameters.get(i))
        .collect(Collectors.joining(", ", kind.result(precision) + " " + name + "(", ")"));
  }
}

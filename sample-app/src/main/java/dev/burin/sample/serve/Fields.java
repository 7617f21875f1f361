package dev.burin.sample.serve;

import org.jspecify.annotations.Nullable;

/** The header fields of a request, by their names in any case. */
@FunctionalInterface
public interface Fields {

  /** The first value of a field, or null where it is absent. */
  @Nullable String first(String name);
}

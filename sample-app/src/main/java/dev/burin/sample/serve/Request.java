package dev.burin.sample.serve;

import org.jspecify.annotations.Nullable;

/**
 * What came.
 *
 * @param fields its header
 * @param body all of it; empty where there is none
 */
public record Request(Fields fields, byte[] body) {

  /** The first value of a field of the header, or null where it is absent. */
  @Nullable String field(String name) {
    return fields.first(name);
  }
}

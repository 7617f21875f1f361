package dev.burin.sample.serve;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the records that a network reads. */
@FunctionalInterface
public interface RecordsOf {

  /**
   * The records of a network, or null where it reads none.
   *
   * @param notes what was noted with its weights
   */
  @Nullable Records notes(Map<String, String> notes);
}

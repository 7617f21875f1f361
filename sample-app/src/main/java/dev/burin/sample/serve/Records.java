package dev.burin.sample.serve;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How records, which name their fields, become inputs, and outputs an answer in their words. */
public interface Records {

  /** The names of the fields that are read, in their order. */
  List<String> fields();

  /**
   * The inputs of a record.
   *
   * @param record by name a {@link Double}, a {@link String}, a {@link Boolean} or null
   * @return {@code [in]}
   * @throws IllegalArgumentException if a field is missing or wrong; the sentence names it
   */
  float[] inputs(Map<String, @Nullable Object> record);

  /**
   * What the outputs of a record stand for: a {@link String} or a {@link Double}, or null where
   * they say it all.
   *
   * @param out {@code [out]}, finite
   */
  default @Nullable Object answer(float[] out) {
    return null;
  }
}

package dev.burin.csv;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a CSV file: what {@code Encoding.floats(Map)} reads.
 *
 * @param line the line of the file on which it begins, counted from 1
 * @param cells the cells by the names of their columns, null where one is missing; numbers with a
 *     decimal comma as {@code Double}, all else as text
 */
public record CsvRow(long line, Map<String, @Nullable Object> cells) {

  /** Copies the map. */
  public CsvRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }
}

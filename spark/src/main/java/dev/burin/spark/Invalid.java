package dev.burin.spark;

import java.util.Arrays;
import java.util.Locale;

/**
 * What becomes of a row that has no answer; its names are those of Spark's {@code handleInvalid}.
 */
enum Invalid {
  /** The job fails, with a sentence that names the row. */
  ERROR,
  /** The row is left out. */
  SKIP,
  /** The row stays, and its answers are null. */
  KEEP;

  /** As it is written in a parameter. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Invalid of(String text) {
    for (Invalid invalid : values()) {
      if (invalid.text().equals(text)) {
        return invalid;
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "handleInvalid is \"%s\"; give one of %s.",
            text,
            Arrays.stream(values()).map(Invalid::text).toList()));
  }
}

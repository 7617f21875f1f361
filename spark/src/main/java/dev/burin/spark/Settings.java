package dev.burin.spark;

import java.util.Locale;
import java.util.Objects;
import org.apache.spark.sql.Dataset;

/** Checks of settings where they are given. */
final class Settings {

  private Settings() {}

  /**
   * A number from 1 to the most that is taken.
   *
   * @throws IllegalArgumentException if it is another
   */
  static int from1(int value, String what, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "The %s is %d; give 1 to %d.", what, value, most));
    }
    return value;
  }

  /** A name of a column, or an empty one. */
  static String name(String value, String what) {
    return Objects.requireNonNull(value, () -> what + " is null; give the name of a column.");
  }

  /** Names of columns. */
  static String[] names(String[] value, String what) {
    Objects.requireNonNull(value, () -> what + " is null; give the names of columns.");
    for (String name : value) {
      name(name, "One of " + what);
    }
    return value.clone();
  }

  /** A table that is there. */
  static Dataset<?> given(Dataset<?> table) {
    return Objects.requireNonNull(table, "The table is null; give one.");
  }
}

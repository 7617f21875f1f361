package dev.burin.spark;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The checks of the cells of a row, each with the sentence that it fails with. */
final class Cells {

  private Cells() {}

  /** A cell that may not be null. */
  static Object given(@Nullable Object cell, String column, String what, int width) {
    if (cell == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "column \"%s\" is null, not %s of %d; fill it, or leave such rows out.",
              column,
              what,
              width));
    }
    return cell;
  }

  /** A cell that holds as many numbers as the network has inputs. */
  static void width(int found, String column, int width) {
    if (found != width) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "column \"%s\" holds %d numbers, but the network has %d inputs.",
              column,
              found,
              width));
    }
  }

  /** Numbers that are finite. */
  static void put(double[] values, String column, InputRow batch, int at) {
    int wrong = batch.putAll(at, values);
    if (wrong != InputRow.ALL_FINITE) {
      throw refused(column, wrong, values[wrong]);
    }
  }

  /** A number that is finite. */
  static void put(double value, String column, int k, InputRow batch, int at) {
    if (!batch.put(at, value)) {
      throw refused(column, k, value);
    }
  }

  /** What is said of a number that a network does not read. */
  static IllegalArgumentException refused(String column, int k, @Nullable Double value) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "number %d of column \"%s\" is %s%s; only finite numbers have an answer, so mend or"
                + " leave out this row.",
            k,
            column,
            value,
            value != null && Double.isFinite(value) ? ", too large for a float" : ""));
  }
}

package dev.burin.kernel;

import java.util.Locale;

/** Checks of what a caller passes, each with the one sentence that it fails with. */
final class Arguments {

  private Arguments() {}

  /** Checks that an array has room for {@code n} rows of {@code width}. */
  static void room(String what, int length, int n, int width) {
    if (n < 0) {
      throw new IllegalArgumentException("The number of samples is " + n + ", not 0 or more.");
    }
    if (length < (long) n * width) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The array of %s holds %d elements, but %d samples of %d need %d.",
              what,
              length,
              n,
              width,
              (long) n * width));
    }
  }
}

package dev.burin.serve;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks where a caller's sample and its outputs lie, before others compute them. */
final class Places {

  private Places() {}

  /**
   * Checks that a part of an array is there.
   *
   * @param what what the array holds
   */
  static void check(String what, @Nullable Object array, int length, int at, int width) {
    if (array == null) {
      throw new NullPointerException(
          "The array of " + what + " is null; one sample of " + width + " was expected.");
    }
    if (at < 0) {
      throw new IllegalArgumentException(
          "The sample begins at element " + at + " of the array of " + what + ", not 0 or more.");
    }
    if (length < at + (long) width) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The array of %s holds %d elements, but a sample of %d from element %d on needs %d.",
              what,
              length,
              width,
              at,
              at + (long) width));
    }
  }

  /** Checks that outputs are not written over inputs that are read at the same time. */
  static void apart(Object x, Object out) {
    if (x.equals(out)) {
      throw new IllegalArgumentException(
          "The array of inputs is the array of outputs too; give the outputs an array of their"
              + " own.");
    }
  }
}

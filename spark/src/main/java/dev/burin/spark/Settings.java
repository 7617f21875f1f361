package dev.burin.spark;

import java.util.Locale;

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
}

package dev.burin.optimize;

import java.util.Objects;

/**
 * One number that a rule remembers of each parameter, such as its velocity.
 *
 * @param name the name of the array that holds it, as in the formulas: {@code v}
 * @param start what it is before the first update: finite
 */
public record Slot(String name, double start) {

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if the name is blank or the start is not finite
   */
  public Slot {
    Objects.requireNonNull(name, "The name of the slot is null; give one, such as \"v\".");
    if (name.isBlank() || !Double.isFinite(start)) {
      throw new IllegalArgumentException(
          "The slot '" + name + "' starts at " + start + "; give a name and a finite number.");
    }
  }

  /** A slot that starts at 0. */
  public static Slot of(String name) {
    return new Slot(name, 0);
  }
}

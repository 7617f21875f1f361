package dev.burin.data;

import java.lang.System.Logger.Level;

/** What people should hear about their data. */
final class Warnings {

  private Warnings() {}

  /** Tells the log {@code dev.burin}, if that is in order. */
  static void log(String warning) {
    try {
      System.getLogger("dev.burin").log(Level.WARNING, warning);
    } catch (RuntimeException | Error e) {
      // A log that fails is no reason to have no parts; they tell the warning too.
    }
  }
}

package dev.burin.machine;

import java.lang.System.Logger.Level;

/**
 * What the runtime tells the log of a service, under the name {@value #LOGGER}; for its rooms and
 * not for users.
 */
public final class Messages {

  static final String LOGGER = "dev.burin";

  private Messages() {}

  /** The width, said once when it is chosen. */
  static void log(Lanes.Decision decision) {
    Level level = decision.amiss() ? Level.WARNING : Level.INFO;
    String choice =
        decision.width() == Width.PLAIN
            ? "Networks run in plain Java: "
            : "Networks are to run on " + decision.width().path() + " once that is compiled: ";
    log(level, choice + decision.reason());
  }

  /** Something that is missing, as one sentence. */
  public static void log(String sentence) {
    log(Level.WARNING, sentence);
  }

  /** One line; what a service does with it is no reason to compute less. */
  public static void log(Level level, String line) {
    try {
      System.getLogger(LOGGER).log(level, line);
    } catch (RuntimeException | Error e) {
      // There is nobody to tell it to.
    }
  }
}

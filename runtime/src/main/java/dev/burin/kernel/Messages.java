package dev.burin.kernel;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the kernel room tells the log of a service, under the name {@value #LOGGER}. */
final class Messages {

  static final String LOGGER = "dev.burin";

  private static final AtomicBoolean SLOW_TOLD = new AtomicBoolean();
  private static final AtomicBoolean UNTRIED_TOLD = new AtomicBoolean();

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
  static void log(String sentence) {
    log(Level.WARNING, sentence);
  }

  /** How a trial of a pass ended. */
  static void log(String path, Pass pass, Race.Outcome outcome) {
    String subject = "The " + path + " kernels for " + pass.label();
    switch (outcome.readiness()) {
      case REFUSED ->
          log(
              Level.WARNING,
              "REFUSED: the "
                  + path
                  + " kernels compute wrong results on this machine. "
                  + outcome.text()
                  + " Networks of this kind run in plain loops, whose results are right."
                  + " Update the JDK; -Dburin.simd=off silences this.");
      case FAILED ->
          log(
              Level.WARNING,
              subject
                  + " failed with "
                  + outcome.text()
                  + ". Plain loops go on with the same results;"
                  + " -Dburin.simd=off silences this.");
      case SLOW ->
          log(
              SLOW_TOLD.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG,
              subject
                  + " are not fast yet: "
                  + outcome.text()
                  + ". Plain loops go on with the same results, and the kernels are tried again"
                  + " later. If this is said each time, on an idle machine too, run a HotSpot JVM"
                  + " with C2, try a narrower -Dburin.simd, or write -Dburin.simd=off.");
      case UNTRIED ->
          log(
              UNTRIED_TOLD.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG,
              subject
                  + " were not tried: "
                  + outcome.text()
                  + ". Plain loops go on with the same results, and the kernels are tried later.");
      case UNPROVEN, READY, PLAIN, COLD, WARMING ->
          log(Level.DEBUG, subject + " are compiled: " + outcome.text());
    }
  }

  /** What a service does with its lines is no reason to compute less. */
  private static void log(Level level, String line) {
    try {
      System.getLogger(LOGGER).log(level, line);
    } catch (RuntimeException | Error e) {
      // There is nobody to tell it to.
    }
  }
}

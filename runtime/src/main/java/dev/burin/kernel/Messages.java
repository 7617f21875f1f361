package dev.burin.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the kernel room tells the log of a service, under the name {@value #LOGGER}. */
final class Messages {

  static final String LOGGER = "dev.burin";

  private static final AtomicBoolean SLOW_TOLD = new AtomicBoolean();

  private Messages() {}

  /** The width, said once when it is chosen. */
  static void log(Lanes.Decision decision) {
    Level level = decision.amiss() ? Level.WARNING : Level.INFO;
    logger().log(level, "Networks run on " + decision.width().path() + ": " + decision.reason());
  }

  /** How the warm-up of a pass ended. */
  static void log(String path, Pass pass, Race.Outcome outcome) {
    String subject = "The " + path + " kernels for " + pass.label();
    switch (outcome.readiness()) {
      case REFUSED ->
          logger()
              .log(
                  Level.WARNING,
                  "REFUSED: the "
                      + path
                      + " kernels compute wrong results on this machine. "
                      + outcome.text()
                      + " Networks of this kind run in plain loops, whose results are right."
                      + " Update the JDK; -Dburin.simd=off silences this.");
      case SLOW -> {
        if (SLOW_TOLD.compareAndSet(false, true)) {
          logger()
              .log(
                  Level.WARNING,
                  subject
                      + " do not get fast in this JVM: "
                      + outcome.text()
                      + ". Plain loops go on with the same results. Run a HotSpot JVM with C2,"
                      + " try a narrower -Dburin.simd, or write -Dburin.simd=off.");
        }
      }
      case UNPROVEN -> logger().log(Level.WARNING, subject + " run untried: " + outcome.text());
      case READY, PLAIN, COLD, WARMING ->
          logger().log(Level.DEBUG, subject + " are compiled: " + outcome.text());
    }
  }

  private static Logger logger() {
    return System.getLogger(LOGGER);
  }
}

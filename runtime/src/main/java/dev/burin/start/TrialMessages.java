package dev.burin.start;

import static dev.burin.machine.Messages.log;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** What the trials of kernels tell the log of a service. */
final class TrialMessages {

  private static final AtomicBoolean SLOW_TOLD = new AtomicBoolean();
  private static final AtomicBoolean UNTRIED_TOLD = new AtomicBoolean();

  private TrialMessages() {}

  /** How a trial of a pass ended. */
  static void logOutcome(String path, Pass pass, Race.Outcome outcome) {
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
}

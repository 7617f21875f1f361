package dev.burin.processor;

/** A failure of the processor itself, in one line that is worth a report. */
final class Failure {

  private Failure() {}

  /** The exception and the place in the processor that threw it. */
  static String inOneLine(RuntimeException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String text = failure.toString().lines().findFirst().orElse("");
    return trace.length == 0 ? text : text + ", at " + trace[0];
  }
}

package dev.burin.spark.bench;

import java.util.Locale;

/** The bars of a benchmark: each is printed, and a missed one ends the process with 1. */
final class Bar {

  private static boolean missed;

  private Bar() {}

  static void atLeast(String what, double bar, double value) {
    print(what, "at least", bar, value, value >= bar);
  }

  static void atMost(String what, double bar, double value) {
    print(what, "at most", bar, value, value <= bar);
  }

  private static void print(String what, String side, double bar, double value, boolean holds) {
    missed |= !holds;
    System.out.printf(
        Locale.ROOT,
        "%-34s %6.2f, %s %.2f: %s%n",
        what,
        value,
        side,
        bar,
        holds ? "holds" : "MISSED");
  }

  static void end() {
    if (missed) {
      System.exit(1);
    }
  }
}

package dev.burin.sample.tutorial;

import dev.burin.check.LayerReport;

/** The lines that scripts read, with all digits of the numbers. */
final class Figures {

  private Figures() {}

  /** {@code cost 100 0.3094035971595143}: the updates made, and the cost then. */
  static void cost(int iteration, double cost) {
    line("cost " + iteration + " " + cost);
  }

  /** {@code train accuracy 0.9599893541518808}. */
  static void accuracy(String part, double accuracy) {
    line(part + " accuracy " + accuracy);
  }

  /** {@code gradient distance 7.97E-10 layer 2}: every weight and bias of the layer. */
  static void gradient(LayerReport report) {
    line("gradient distance " + report.distance() + " layer " + report.layer());
    line("gradient " + report);
  }

  /** {@code seconds 12.3}: the time of all updates. */
  static void seconds(double seconds) {
    line("seconds " + Math.round(seconds * 10) / 10.0);
  }

  /** Any line. */
  static void line(String line) {
    System.out.println(line);
  }
}

package dev.burin.train;

import java.util.Map;
import java.util.OptionalInt;

/**
 * How a training ended, and what was measured on the way.
 *
 * @param iterations the number of updates that were made
 * @param restored the epoch whose parameters the network went back to
 * @param validation the cost of the validation samples after each epoch
 * @param metrics the values of each metric after each epoch
 */
record Outcome(
    int iterations,
    Ending ending,
    OptionalInt restored,
    double[] validation,
    Map<String, double[]> metrics) {

  /** What is not as planned, as the end of a line. */
  @Override
  public String toString() {
    String how = ending == Ending.COMPLETE ? "" : ", " + ending;
    return restored.isPresent()
        ? how + ", parameters of epoch " + restored.getAsInt() + " restored"
        : how;
  }
}

package dev.burin.spark;

import dev.burin.train.TrainingHistory;
import java.util.Optional;

/**
 * What is known of the training that made some weights.
 *
 * @param history of a training whose steps are those of one machine
 * @param roundCosts of one by averages: the mean cost of the last batches of all parts, for each
 *     round
 */
record Outcome(Optional<TrainingHistory> history, double[] roundCosts) {

  private static final double[] NO_ROUNDS = {};

  /** Weights that come from elsewhere. */
  static final Outcome NONE = new Outcome(Optional.empty(), NO_ROUNDS);

  static Outcome of(TrainingHistory history) {
    return new Outcome(Optional.of(history), NO_ROUNDS);
  }

  static Outcome of(double[] roundCosts) {
    return new Outcome(Optional.empty(), roundCosts);
  }
}

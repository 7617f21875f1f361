package dev.burin.train;

import java.util.Map;

/**
 * How far a training is; it changes with the training, so that nothing is made anew for each step.
 */
public final class TrainingState {

  private final TrainingPlan plan;
  int iteration;
  int epoch;
  double cost = Double.NaN;
  double epochCost = Double.NaN;
  double validationCost = Double.NaN;
  Verdict verdict = Verdict.GO_ON;
  Map<String, Double> metrics = Map.of();
  int bestEpoch = -1;
  double best = Double.POSITIVE_INFINITY;

  TrainingState(TrainingPlan plan) {
    this.plan = plan;
  }

  /** The sizes of the training. */
  public TrainingPlan plan() {
    return plan;
  }

  /** The number of updates made. */
  public int iteration() {
    return iteration;
  }

  /** The number of epochs that are over. */
  public int epoch() {
    return epoch;
  }

  /** The mean cost of the last batch before its update; NaN before the first one. */
  public double cost() {
    return cost;
  }

  /** The mean cost of the last epoch, each sample as it was seen; NaN before the end of one. */
  public double epochCost() {
    return epochCost;
  }

  /** The cost of the validation samples after the last epoch; NaN where there are none. */
  public double validationCost() {
    return validationCost;
  }

  /**
   * The metrics of the validation samples after the last epoch, by name, in the order in which the
   * trainer was given them; empty before the end of an epoch, and where there are none.
   */
  public Map<String, Double> metrics() {
    return metrics;
  }

  /**
   * The best epoch so far, counted from 0: by the cost of the validation samples, or without them
   * by the mean cost of the epoch; -1 before the end of one.
   */
  public int bestEpoch() {
    return bestEpoch;
  }

  void save(StateWriter out) {
    out.whole("state.iteration", iteration);
    out.whole("state.epoch", epoch);
    out.number("state.cost", cost);
    out.number("state.epochCost", epochCost);
    out.number("state.validationCost", validationCost);
    out.whole("state.bestEpoch", bestEpoch);
    out.number("state.best", best);
    out.text("state.verdict", verdict.name());
  }

  void restore(StateReader in) {
    iteration = in.whole("state.iteration");
    epoch = in.whole("state.epoch");
    cost = in.number("state.cost");
    epochCost = in.number("state.epochCost");
    validationCost = in.number("state.validationCost");
    bestEpoch = in.whole("state.bestEpoch");
    best = in.number("state.best");
    verdict = Verdict.valueOf(in.text("state.verdict"));
  }

  @Override
  public String toString() {
    return "TrainingState[" + iteration + " updates, " + epoch + " epochs, cost " + cost + "]";
  }
}

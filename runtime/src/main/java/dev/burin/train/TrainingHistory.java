package dev.burin.train;

import java.util.Arrays;

/**
 * What happened in a training: the costs and the time.
 *
 * <p>Entry e belongs to epoch e, the pass number e over the data, counted from 0. In a full batch
 * an epoch is one update, and the cost of entry e is the cost before update e, so that entry 0 is
 * the cost of the first parameters. In mini-batches it is the mean over the samples of the epoch,
 * each under the parameters that saw it.
 */
public final class TrainingHistory {

  private final TrainingPlan plan;
  private final double[] costs;
  private final double finalCost;
  private final double seconds;

  TrainingHistory(TrainingPlan plan, double[] costs, double finalCost, double seconds) {
    this.plan = plan;
    this.costs = costs;
    this.finalCost = finalCost;
    this.seconds = seconds;
  }

  /** The sizes of the training. */
  public TrainingPlan plan() {
    return plan;
  }

  /** The number of entries, one for each epoch. */
  public int size() {
    return costs.length;
  }

  /** The cost of an entry. */
  public double cost(int entry) {
    return costs[entry];
  }

  /** The number of updates made when the first sample of an entry was seen. */
  public int iteration(int entry) {
    return Math.multiplyExact(entry, plan.iterationsPerEpoch());
  }

  /** A copy of the costs. */
  public double[] costs() {
    return Arrays.copyOf(costs, costs.length);
  }

  /** The cost of all samples after the last update. */
  public double finalCost() {
    return finalCost;
  }

  /** The samples that were learned from, each as often as it was seen. */
  public long samplesSeen() {
    int perEpoch = plan.iterationsPerEpoch();
    long whole = plan.iterations() / perEpoch;
    long rest = plan.iterations() % perEpoch;
    return whole * plan.samples() + rest * plan.batch();
  }

  /** The time of all steps, without listeners and without the final cost. */
  public double seconds() {
    return seconds;
  }

  /** The samples learned from in one second. */
  public double samplesPerSecond() {
    return samplesSeen() / seconds;
  }
}

package dev.burin.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What happened in a training: the costs and the time.
 *
 * <p>Entry e belongs to epoch e, the pass number e over the data, counted from 0. In a full batch
 * an epoch is one update, and the cost of entry e is the cost before update e, so that entry 0 is
 * the cost of the first parameters. In mini-batches it is the mean over the samples of the epoch,
 * each under the parameters that saw it, so that no entry is the cost of the first parameters.
 */
public final class TrainingHistory {

  private static final double[] NONE = {};

  private final TrainingPlan plan;
  private final Outcome outcome;
  private final double[] costs;
  private final double finalCost;
  private final double seconds;
  private final List<Stretch> stretches;
  private final List<String> hints;

  TrainingHistory(
      TrainingPlan plan,
      Outcome outcome,
      double[] costs,
      double finalCost,
      double seconds,
      List<Stretch> stretches,
      List<String> hints) {
    this.plan = plan;
    this.outcome = outcome;
    this.costs = costs;
    this.finalCost = finalCost;
    this.seconds = seconds;
    this.stretches = stretches;
    this.hints = hints;
  }

  /** Why the training is over, or that it is not. */
  public Ending ending() {
    return outcome.ending();
  }

  /** The number of updates that were made; those of the plan, if the training is complete. */
  public int iterations() {
    return outcome.iterations();
  }

  /**
   * The costs of the validation samples after each epoch; {@code [0]} where there were none.
   *
   * @return a copy
   */
  public double[] validationCosts() {
    return outcome.validation().clone();
  }

  /**
   * The values of a metric after each epoch, measured on the validation samples; {@code [0]} where
   * no metric of this name was asked for.
   *
   * @return a copy
   */
  public double[] metric(String name) {
    return outcome.metrics().getOrDefault(name, NONE).clone();
  }

  /**
   * The epoch, counted from 0, whose parameters the network went back to; empty where it has the
   * last ones.
   */
  public OptionalInt restoredEpoch() {
    return outcome.restored();
  }

  /** The sizes of the training. */
  public TrainingPlan plan() {
    return plan;
  }

  /** The number of entries, one for each epoch. */
  public int size() {
    return costs.length;
  }

  /**
   * The cost of an entry.
   *
   * @throws IndexOutOfBoundsException if there is no such entry
   */
  public double cost(int entry) {
    return costs[checked(entry)];
  }

  /**
   * The number of updates made when the first sample of an entry was seen.
   *
   * @throws IndexOutOfBoundsException if there is no such entry
   */
  public int iteration(int entry) {
    return checked(entry) * plan.iterationsPerEpoch();
  }

  /** A copy of the costs. */
  public double[] costs() {
    return Arrays.copyOf(costs, costs.length);
  }

  /** The cost of all samples under the parameters that the network has at the end. */
  public double finalCost() {
    return finalCost;
  }

  /** The samples that were learned from, each as often as it was seen. */
  public long samplesSeen() {
    return plan.samplesAfter(outcome.iterations());
  }

  /** The time of all steps, without listeners and without the final cost. */
  public double seconds() {
    return seconds;
  }

  /**
   * The samples learned from in one second: a mean over all steps, of which the first ones ran in
   * plain Java. {@link #stretches()} tells them apart.
   */
  public double samplesPerSecond() {
    return samplesSeen() / seconds;
  }

  /** What computed the steps, in their order; the last stretch says how fast training goes now. */
  public List<Stretch> stretches() {
    return stretches;
  }

  /**
   * What looks wrong about the training and what to try, in some sentences for people: targets that
   * are all the same or lack a class; a cost that rose, that stands still, or that is no better
   * than that of one and the same answer to all samples, with the reasons that were found, such as
   * features that are not scaled, dead or saturated units, or a learning rate that is too large or
   * too small; validation samples for which nothing was learned. Empty where nothing does.
   */
  public List<String> hints() {
    return hints;
  }

  /** {@link #hints()} as one paragraph; empty where there is none. */
  public Optional<String> hint() {
    return hints.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", hints));
  }

  /** The names of the metrics that were measured on the validation samples, in their order. */
  public List<String> metricNames() {
    return List.copyOf(outcome.metrics().keySet());
  }

  /**
   * The history as CSV (RFC 4180), with a line of names and one for each epoch: its number from 0,
   * the updates before it, the costs, and each metric. Numbers are the shortest that read back to
   * the same ones; what is not finite is {@code NaN} or {@code Infinity}.
   */
  public String csv() {
    return HistoryText.csv(this);
  }

  /**
   * The history as JSON (RFC 8259): the sizes, the ending, and arrays of one number for each epoch.
   * Numbers are the shortest that read back to the same ones; what is not finite is null.
   */
  public String json() {
    return HistoryText.json(this);
  }

  /** The sizes, the costs, the time and what computed, in one line. */
  @Override
  public String toString() {
    String speeds =
        stretches.stream()
            .map(s -> String.format(Locale.ROOT, "%.0f on %s", s.samplesPerSecond(), s.path()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "TrainingHistory[%d epochs, %d updates, cost %.6g -> %.6g, %.3f s, samples/s %s%s]",
        size(),
        outcome.iterations(),
        costs.length == 0 ? Double.NaN : costs[0],
        finalCost,
        seconds,
        speeds,
        outcome);
  }

  private int checked(int entry) {
    if (entry < 0 || entry >= costs.length) {
      throw new IndexOutOfBoundsException(
          String.format(
              Locale.ROOT,
              "The entry is %d, but the history has %d, counted from 0.",
              entry,
              costs.length));
    }
    return entry;
  }
}

package dev.burin.train;

import java.io.Serial;
import java.util.Locale;

/**
 * A cost that is infinite or not a number ended a training.
 *
 * <p>The network holds its best parameters again, bit for bit: of all epochs that were complete,
 * the one with the lowest mean cost is taken, and of it the parameters that its last batch saw. In
 * full batches these are the parameters with the lowest cost of all. Where no epoch was better than
 * the first half of the first one, it holds the parameters that the training began with.
 */
public final class TrainingDivergedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int iteration;
  private final double cost;
  private final int keptIteration;

  TrainingDivergedException(int iteration, double cost, int keptIteration, String cause) {
    super(message(iteration, cost, keptIteration) + " " + cause);
    this.iteration = iteration;
    this.cost = cost;
    this.keptIteration = keptIteration;
  }

  /** The number of updates made when the cost was found not to be finite. */
  public int iteration() {
    return iteration;
  }

  /** The cost: infinite or not a number. */
  public double cost() {
    return cost;
  }

  /** The number of updates that had led to the parameters which the network holds again. */
  public int keptIteration() {
    return keptIteration;
  }

  private static String message(int iteration, double cost, int keptIteration) {
    if (iteration == 0) {
      return String.format(Locale.ROOT, "The cost is %s before the first update.", cost);
    }
    return String.format(
        Locale.ROOT,
        "The cost became %s after %s; the network has its best parameters again, those %s.",
        cost,
        updates(iteration),
        keptIteration == 0 ? "before the first update" : "after " + updates(keptIteration));
  }

  private static String updates(int n) {
    return n == 1 ? "1 update" : n + " updates";
  }
}

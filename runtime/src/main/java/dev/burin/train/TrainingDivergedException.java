package dev.burin.train;

import java.io.Serial;
import java.util.Locale;

/**
 * A cost that is infinite or not a number ended a training. The network holds the parameters of the
 * last step whose cost was finite, bit for bit.
 */
public final class TrainingDivergedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int iteration;
  private final double cost;

  TrainingDivergedException(int iteration, double cost) {
    super(
        iteration == 0
            ? String.format(
                    Locale.ROOT,
                    "The cost is %s before the first update; look for values in the data or parameters",
                    cost)
                + " that are infinite or not a number."
            : String.format(
                    Locale.ROOT,
                    "The cost became %s after %d updates; the parameters before the last one were kept.",
                    cost,
                    iteration)
                + " Try a smaller learning rate.");
    this.iteration = iteration;
    this.cost = cost;
  }

  /** The number of updates made when the cost was found not to be finite. */
  public int iteration() {
    return iteration;
  }

  /** The cost: infinite or not a number. */
  public double cost() {
    return cost;
  }
}

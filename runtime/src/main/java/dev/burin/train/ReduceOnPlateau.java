package dev.burin.train;

import java.util.Locale;

/**
 * Makes the learning rate smaller when a training gets no better, as PyTorch's ReduceLROnPlateau
 * does.
 *
 * <p>What is watched is the cost of the validation samples after each epoch, or without such
 * samples the mean cost of the epoch. An epoch is better if this is below {@code best (1 -
 * threshold)}, and then it is the best; NaN never is. After more than {@code patience} epochs in a
 * row that are not better the learning rate is multiplied by {@code factor}, beside any schedule,
 * and the next {@code cooldown} epochs do not count. The best value stays.
 *
 * @param factor what the learning rate is multiplied by: above 0 and below 1
 * @param patience the epochs in a row that may be not better, 0 or more
 * @param threshold the least share of the best value by which a better one is lower: 0 or more,
 *     below 1
 * @param cooldown the epochs after a reduction that do not count, 0 or more
 * @param least the learning rate below which nothing is reduced, under a constant schedule: 0 or
 *     more and finite
 */
public record ReduceOnPlateau(
    double factor, int patience, double threshold, int cooldown, double least) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public ReduceOnPlateau {
    check(factor > 0 && factor < 1, "factor", factor, "above 0 and below 1, such as 0.1");
    check(patience >= 0, "patience", patience, "0 or more epochs, such as 10");
    check(threshold >= 0 && threshold < 1, "threshold", threshold, "from 0 to below 1");
    check(cooldown >= 0, "cooldown", cooldown, "0 or more epochs");
    check(least >= 0 && least <= Double.MAX_VALUE, "least learning rate", least, "0 or more");
  }

  /** With PyTorch's defaults: factor 0.1, patience 10, threshold 0.0001, no cooldown. */
  public ReduceOnPlateau() {
    this(0.1, 10);
  }

  /** With PyTorch's defaults for the rest: threshold 0.0001, no cooldown. */
  public ReduceOnPlateau(double factor, int patience) {
    this(factor, patience, 1e-4, 0, 0);
  }

  /** The same with another threshold. */
  public ReduceOnPlateau withThreshold(double value) {
    return new ReduceOnPlateau(factor, patience, value, cooldown, least);
  }

  /** The same with another cooldown. */
  public ReduceOnPlateau withCooldown(int value) {
    return new ReduceOnPlateau(factor, patience, threshold, value, least);
  }

  /** The same with another least learning rate. */
  public ReduceOnPlateau withLeast(double value) {
    return new ReduceOnPlateau(factor, patience, threshold, cooldown, value);
  }

  private static void check(boolean good, String what, Number value, String expected) {
    if (!good) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The %s of the reduction on a plateau is %s; give %s.",
              what,
              value,
              expected));
    }
  }
}

package dev.burin.train;

import java.util.Locale;

/**
 * Ends a training that gets no better (L. Prechelt, "Early stopping, but when?", 1998) and goes
 * back to its best parameters, whatever ended it in the end.
 *
 * <p>What is watched is the cost of the validation samples after each epoch, or without such
 * samples the mean cost of the epoch. An epoch is better if this is below the best so far by more
 * than {@code least}; NaN never is.
 *
 * @param patience the number of epochs in a row that are not better which end a training, 1 or more
 * @param least the least improvement that counts, in units of the cost: at least 0 and finite
 */
public record EarlyStopping(int patience, double least) {

  /**
   * Checks both numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public EarlyStopping {
    if (patience < 1) {
      throw new IllegalArgumentException(
          "The patience is " + patience + " epochs; give 1 or more, such as 10.");
    }
    if (!(least >= 0) || Double.isInfinite(least)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The least improvement is %s; give a finite number from 0 on, such as 0.0001.",
              least));
    }
  }

  /** Any improvement counts. */
  public EarlyStopping(int patience) {
    this(patience, 0);
  }
}

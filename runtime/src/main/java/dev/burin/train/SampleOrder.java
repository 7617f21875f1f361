package dev.burin.train;

/**
 * The order in which mini-batches see the samples, epoch by epoch; {@link Trainer.Builder#shuffle}
 * gives one that follows from a seed, and this one replays any other.
 */
@FunctionalInterface
public interface SampleOrder {

  /**
   * Writes the order of one epoch.
   *
   * @param order {@code [samples]}: receives the row of each sample, the first batch first; a row
   *     may be named more than once, and one that is not there ends the training with an {@link
   *     IndexOutOfBoundsException}. What it holds before is not specified.
   * @param epoch the number of the epoch, from 0
   */
  void fill(int[] order, int epoch);
}

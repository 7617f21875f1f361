package dev.burin.train;

/**
 * The order in which mini-batches see the samples: a function of the epoch alone, so that there is
 * nothing in it to save.
 */
@FunctionalInterface
public interface Order {

  /**
   * Another permutation in each epoch, from a seed.
   *
   * <p>That of epoch e, counted from 0, depends on the seed and e alone: it is {@code
   * Shuffle.permutation(n, seed + e * 0x9E3779B97F4A7C15L)} for n samples, the arithmetic wrapping
   * around; see {@link dev.burin.data.Shuffle}.
   */
  static Order shuffled(long seed) {
    return new ShuffledOrder(seed);
  }

  /** The order of the data, in every epoch. */
  static Order ofData() {
    return new DataOrder();
  }

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

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

  /**
   * Another order in each epoch that goes from block to block: for samples of a file that is larger
   * than memory, of which all of a block are read before another one is. Blocks of rows that follow
   * each other come shuffled, and so do the rows of each; the last block may be shorter. Batches
   * are as good as shuffled ones where each block holds all kinds of samples, so that a file that
   * is sorted should be shuffled once, when it is written.
   *
   * <p>That of epoch e depends on the seed and e alone: {@code Shuffle.shuffle} of the numbers of
   * the blocks and then of the rows of each block in turn, by one generator, that of {@link
   * #shuffled}.
   *
   * @param rows the rows of a block, 1 or more: some thousands of them, for instance 65,536
   * @throws IllegalArgumentException if there are fewer
   */
  static Order blocks(int rows, long seed) {
    return new BlockOrder(rows, seed);
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

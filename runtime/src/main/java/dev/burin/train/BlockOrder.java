package dev.burin.train;

import dev.burin.data.Shuffle;
import java.util.Random;

/** Blocks of rows that follow each other; {@link Order#blocks} states the rule. */
record BlockOrder(int block, long seed) implements Order {

  /** Checks the size. */
  BlockOrder {
    if (block < 1) {
      throw new IllegalArgumentException(
          "A block has " + block + " rows; give 1 or more, such as 65536.");
    }
  }

  @Override
  public void fill(int[] order, int epoch) {
    int n = order.length;
    int blocks = (int) (((long) n + block - 1) / block);
    Random random = ShuffledOrder.random(seed, epoch);
    // The order of the blocks waits at the end of the array until it is spread out from the front:
    // what has been written never reaches what has not been read, as a block has a row at least.
    int waiting = n - blocks;
    for (int b = 0; b < blocks; b++) {
      order[waiting + b] = b;
    }
    Shuffle.shuffle(order, waiting, n, random);
    int to = 0;
    for (int b = 0; b < blocks; b++) {
      int first = order[waiting + b] * block;
      int count = Math.min(block, n - first);
      for (int i = 0; i < count; i++) {
        order[to + i] = first + i;
      }
      Shuffle.shuffle(order, to, to + count, random);
      to += count;
    }
  }

  @Override
  public String toString() {
    return "in blocks of " + block + " rows shuffled from seed " + seed;
  }
}

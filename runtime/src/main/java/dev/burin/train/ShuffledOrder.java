package dev.burin.train;

import dev.burin.data.Shuffle;
import java.util.Random;

/**
 * The orders in which epochs see the samples, from a seed; {@link Order#shuffled} states the rule.
 */
record ShuffledOrder(long seed) implements Order {

  /** The odd number next to 2^64 divided by the golden ratio: it spreads neighbouring epochs. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  @Override
  public void fill(int[] order, int epoch) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Shuffle.shuffle(order, random(seed, epoch));
  }

  /** The generator of an epoch. */
  static Random random(long seed, int epoch) {
    return new Random(seed + GOLDEN * epoch);
  }

  @Override
  public String toString() {
    return "shuffled from seed " + seed;
  }
}

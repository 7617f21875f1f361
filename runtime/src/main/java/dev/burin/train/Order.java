package dev.burin.train;

import dev.burin.data.Shuffle;
import java.util.Random;

/** The order in which an epoch sees the samples, from a seed. */
final class Order {

  /** The odd number next to 2^64 divided by the golden ratio: it spreads neighbouring epochs. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Order() {}

  /** The orders of all epochs; {@link Trainer.Builder#shuffle} states the rule. */
  static SampleOrder of(long seed) {
    return (order, epoch) -> shuffle(order, seed, epoch);
  }

  private static void shuffle(int[] order, long seed, int epoch) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Shuffle.shuffle(order, new Random(seed + GOLDEN * epoch));
  }
}

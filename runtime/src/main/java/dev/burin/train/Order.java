package dev.burin.train;

import dev.burin.data.Shuffle;
import java.util.Random;

/** The order in which an epoch sees the samples. */
final class Order {

  /** The odd number next to 2^64 divided by the golden ratio: it spreads neighbouring epochs. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Order() {}

  /** Fills the order of one epoch; {@link Trainer.Builder#shuffle} states the rule. */
  static void shuffle(int[] order, long seed, int epoch) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Shuffle.shuffle(order, new Random(seed + GOLDEN * epoch));
  }
}

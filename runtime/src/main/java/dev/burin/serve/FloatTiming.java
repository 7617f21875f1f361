package dev.burin.serve;

import dev.burin.network.FloatNetwork;
import java.util.Locale;

/**
 * What a sample takes by itself and in a full batch, measured where it will run.
 *
 * @param one nanoseconds of a sample by itself
 * @param inBatch nanoseconds of a sample among {@code rows}
 * @param rows the samples of a full batch
 */
record FloatTiming(double one, double inBatch, int rows) {

  /**
   * What it costs a caller to hand over its sample and to be woken, in nanoseconds of processor
   * time: 0.5 to 1.4 us among 64 virtual threads on two cores, on a Zen 3 and a Zen 4.
   */
  static final double HAND_OVER = 1_000;

  /** The best of some rounds: neighbours make a round longer, never shorter. */
  private static final int ROUNDS = 20;

  /** The least nanoseconds of a round, far above the steps of the clock. */
  private static final long ROUND = 200_000;

  /** Measures a network that is warm. */
  static FloatTiming of(FloatNetwork network, int rows) {
    float[] x = new float[rows * network.shape().inputs()];
    float[] out = new float[rows * network.shape().outputs()];
    double one = best(() -> network.outputs(x, 0, out, 0));
    double all = best(() -> network.outputs(x, 0, rows, out, 0));
    return new FloatTiming(one, all / rows, rows);
  }

  private static double best(Runnable work) {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      long end = start;
      int runs = 0;
      while (end - start < ROUND) {
        work.run();
        runs++;
        end = System.nanoTime();
      }
      double took = end - start;
      best = Math.min(best, took / runs);
    }
    return best;
  }

  /** The mode that {@link Mode#AUTO} stands for. */
  Mode choice() {
    return one - inBatch > HAND_OVER ? Mode.BATCHING : Mode.DIRECT;
  }

  /** Both times and the choice, in one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: a sample takes %.2f us by itself and %.2f us in a batch of %d, and handing it over"
            + " about %.1f us",
        choice() == Mode.DIRECT ? "direct" : "batching",
        one / 1_000,
        inBatch / 1_000,
        rows,
        HAND_OVER / 1_000);
  }
}

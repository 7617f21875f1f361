package dev.burin.serve;

import dev.burin.network.FloatNetwork;

/** Measures what samples take, where they will run. */
final class FloatTimer {

  /** The best of some rounds: neighbours make a round longer, never shorter. */
  private static final int ROUNDS = 20;

  /** The least nanoseconds of a round, far above the steps of the clock. */
  private static final long ROUND = 200_000;

  private FloatTimer() {}

  /** Measures a network that is warm. */
  static Timing time(FloatNetwork network, int rows) {
    float[] x = new float[rows * network.shape().inputs()];
    float[] out = new float[rows * network.shape().outputs()];
    double one = best(() -> network.outputs(x, 0, out, 0));
    double all = best(() -> network.outputs(x, 0, rows, out, 0));
    return new Timing(one, all / rows, rows);
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
}

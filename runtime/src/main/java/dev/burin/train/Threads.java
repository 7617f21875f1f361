package dev.burin.train;

import dev.burin.network.NeuralNetwork;
import dev.burin.shape.NetworkShape;
import java.util.Locale;

/** How many threads a training takes when nobody says so. */
final class Threads {

  /** The multiply-adds that repay a second thread, see docs/plan.md. */
  private static final long WORTH = 2_000_000;

  /** A step: forward, the gradient by the inputs of each layer, and by its weights. */
  private static final long PASSES = 3;

  private Threads() {}

  /** All cores, or as many as have enough to do in one batch. */
  static int forBatch(NetworkShape shape, int batch, int cores) {
    double work = (double) PASSES * shape.multiplyAdds() * batch;
    return Math.clamp((long) (work / WORTH), 1, Math.clamp(cores, 1, NeuralNetwork.MOST_THREADS));
  }

  /** A number of threads that somebody gave. */
  static int checked(int threads) {
    if (threads < 1 || threads > NeuralNetwork.MOST_THREADS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The number of threads is %d; give 1 to %d.",
              threads,
              NeuralNetwork.MOST_THREADS));
    }
    return threads;
  }
}

package dev.burin.network;

import dev.burin.kernel.Law;
import dev.burin.machine.Crew;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;

/**
 * Computes some blocks of a batch whose other blocks are computed elsewhere: what one machine of a
 * cluster does of a step. The sums go to {@link FloatPartialSums}, where whoever has all of them
 * joins them to the bits of one process.
 *
 * <p>Nothing is allocated after construction but room for sums that have none yet. One thread at a
 * time may use an object of this class.
 */
public final class FloatBlocks {

  private final FloatNetwork network;
  private final FloatPasses passes;
  private final FloatEntry entry;
  private boolean drops;
  private long seed;
  private long step;

  /**
   * Room for parts of up to {@code rows} samples; longer ones are computed as well.
   *
   * @param threads how many threads share the work, the caller among them, the others of the common
   *     pool as far as it has some to spare; the bits do not depend on it
   * @throws IllegalArgumentException if rows is below 1 or threads not from 1 to {@value
   *     NeuralNetwork#MOST_THREADS}
   */
  public FloatBlocks(FloatNetwork network, int rows, int threads) {
    FloatEntry.check(rows);
    this.network = Objects.requireNonNull(network, "The network is null; give one.");
    Crew crew = new Crew(threads, ForkJoinPool.commonPool());
    this.passes = new FloatPasses(network, rows, crew, threads);
    this.entry = new FloatEntry(network, passes, false);
  }

  /**
   * Lets gradients from now on drop inputs of the layers that are declared so, as {@link
   * FloatTraining#dropout(long, long)} does: rows are counted from the first of the whole batch.
   *
   * @param number the number of the update
   */
  public void dropout(long from, long number) {
    drops = true;
    seed = from;
    step = number;
  }

  /**
   * What the samples of a whole batch count together where they have weights, in the order in which
   * one process adds them.
   *
   * @param weights of the samples of the batch, in its order
   * @param n how many there are
   * @throws IllegalArgumentException if there are fewer, one is below 0 or not finite, or all are 0
   */
  public static double total(float[] weights, int n) {
    return FloatRowWeights.sum(weights, n);
  }

  /**
   * Adds the gradients and losses of some blocks of a batch.
   *
   * @param samples those of the blocks, counted from 0
   * @param n how many: a multiple of {@link Law#BLOCK}, but where the batch ends
   * @param total what all samples of the batch count together: their number, or the sum of their
   *     weights
   * @param sums receives the blocks, of which the first is {@link FloatPartialSums#end()}
   * @throws IllegalArgumentException if n is below 1, if total is not above 0 and finite, or if the
   *     sums are of gradients that are shorter than the parameters
   * @throws IllegalStateException as {@link FloatTraining#gradient(FloatBatch, int)} says
   */
  public void addGradients(FloatBatch samples, int n, double total, FloatPartialSums sums) {
    begin(samples, n, total, sums);
    try {
      checkLength(sums);
      if (drops) {
        passes.factors().dropout(seed, step, (long) sums.end() * Law.BLOCK);
      }
      passes.gradient(n, sums);
      entry.unchanged();
    } finally {
      entry.leave();
    }
  }

  /**
   * Adds the losses of some blocks of a batch, in which nothing is dropped.
   *
   * @param sums receives the blocks, as {@link FloatPartialSums#ofLosses} makes it
   * @throws IllegalArgumentException as {@link #addGradients}
   * @throws IllegalStateException as {@link #addGradients}
   */
  public void addLosses(FloatBatch samples, int n, double total, FloatPartialSums sums) {
    begin(samples, n, total, sums);
    try {
      passes.cost(n, sums);
      entry.unchanged();
    } finally {
      entry.leave();
    }
  }

  private void begin(FloatBatch samples, int n, double total, FloatPartialSums sums) {
    FloatEntry.check(n);
    Objects.requireNonNull(samples, "The batch is null; give one that reads its samples.");
    Objects.requireNonNull(sums, "The sums are null; give those that the blocks are added to.");
    if (!(total > 0 && total <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The samples of the batch count %s together; give their number, or the sum of their"
                  + " weights.",
              total));
    }
    entry.begin(samples, n, samples.weights(), total);
  }

  private void checkLength(FloatPartialSums sums) {
    if (sums.length() < network.layout().length()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The sums are of gradients of %d numbers, but the parameters are %d.",
              sums.length(),
              network.layout().length()));
    }
  }

  @Override
  public String toString() {
    return "blocks of " + network;
  }
}

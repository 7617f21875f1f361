package dev.burin.serve;

import dev.burin.network.FloatNetwork;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Measures what samples take, where they will run.
 *
 * <p>Kernels that have just taken over are not at their best yet: the JVM compiles some of them
 * again, and the calls around them for the first time. Timed for 4 ms right after the warm-up, a
 * sample of 784-196-1 in a batch took 5.6 to 21 us in six starts, and 4 to 6, once 10, where times
 * were taken until they stayed, as they are here.
 */
final class FloatTimer {

  /** Calls are gathered into windows, of which the fastest counts: others were disturbed. */
  private static final long WINDOW_NANOS = 5_000_000;

  /** What counts as faster. */
  private static final double GAIN = 0.95;

  /**
   * Windows without a gain, after which times stay. With 12, that is 120 ms, two networks took the
   * right mode in 12 starts of 12 on a Zen 3, where 20 rounds of 0.2 ms erred in 6.
   */
  private static final int QUIET = 12;

  /** The longest that it goes on, however a machine behaves. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private FloatTimer() {}

  /**
   * Measures a network that is warm.
   *
   * @param limit when to stop, even if it still gets faster
   */
  static Timing time(FloatNetwork network, int rows, Duration limit) {
    float[] x = new float[rows * network.shape().inputs()];
    float[] out = new float[rows * network.shape().outputs()];
    long nanos = limit.compareTo(LONGEST) < 0 ? limit.toNanos() : LONGEST.toNanos();
    return settle(
        () -> window(() -> network.outputs(x, 0, out, 0)),
        () -> window(() -> network.outputs(x, 0, rows, out, 0)),
        rows,
        System::nanoTime,
        nanos);
  }

  /** Measures both in turns until neither gets faster, or the time is over by the clock. */
  static Timing settle(
      DoubleSupplier one, DoubleSupplier batch, int rows, LongSupplier clock, long nanos) {
    long begin = clock.getAsLong();
    double oneBest = Double.POSITIVE_INFINITY;
    double batchBest = Double.POSITIVE_INFINITY;
    int quiet = 0;
    do {
      double oneNow = one.getAsDouble();
      double batchNow = batch.getAsDouble();
      quiet = oneNow < GAIN * oneBest || batchNow < GAIN * batchBest ? 0 : quiet + 1;
      oneBest = Math.min(oneBest, oneNow);
      batchBest = Math.min(batchBest, batchNow);
    } while (quiet < QUIET && clock.getAsLong() - begin < nanos);
    return new Timing(oneBest, batchBest / rows, rows);
  }

  /** The nanoseconds of one call of a window. */
  private static double window(Runnable work) {
    long start = System.nanoTime();
    long end = start;
    int runs = 0;
    while (end - start < WINDOW_NANOS) {
      work.run();
      runs++;
      end = System.nanoTime();
    }
    double took = end - start;
    return took / runs;
  }
}

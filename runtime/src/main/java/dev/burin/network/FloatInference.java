package dev.burin.network;

import dev.burin.machine.Crew;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shares the samples of large batches among threads, and computes batches on the caller's that are
 * too short for waking another; nothing is allocated once the threads have been served. One thread
 * at a time may use an object of this class, any number of objects may serve one network.
 *
 * <p>A service that answers many callers at once needs none of this: there every caller computes on
 * its own thread with {@link FloatNetwork}.
 */
public final class FloatInference {

  private static final float[] NONE = {};

  /** The multiply-adds for each thread from which on waking it pays, some 130 us. */
  private static final long WORTH = 5_000_000;

  /** The fewest samples of a part, where there are more parts than threads. */
  private static final int PART_ROWS = 64;

  /** The parts for each thread of a long batch: who is held up by a neighbour leaves the rest. */
  private static final int SHARES = 4;

  private final FloatNetwork network;
  private final Crew crew;

  /** The multiply-adds of one sample. */
  private final long each;

  private final Crew.Work work = this::part;
  private final AtomicBoolean busy = new AtomicBoolean();
  private float[] x = NONE;
  private float[] out = NONE;
  private int xAt;
  private int n;
  private int outAt;

  /**
   * Inference on some threads.
   *
   * @param threads how many threads share the samples, the caller among them, the others of the
   *     common pool as far as it has some to spare; the bits do not depend on it
   * @throws IllegalArgumentException if threads is not from 1 to {@value
   *     NeuralNetwork#MOST_THREADS}
   */
  public FloatInference(FloatNetwork network, int threads) {
    this(network, threads, ForkJoinPool.commonPool());
  }

  /**
   * Inference on some threads of one's own.
   *
   * @param threads how many threads share the samples, the caller among them; the bits do not
   *     depend on it
   * @param executor runs the tasks of all threads but the caller; it may be busy, run them late or
   *     refuse them, as the caller does what nobody else has begun
   * @throws IllegalArgumentException if threads is not from 1 to {@value
   *     NeuralNetwork#MOST_THREADS}
   */
  public FloatInference(FloatNetwork network, int threads, Executor executor) {
    this.network = Objects.requireNonNull(network, "The network is null; give one.");
    this.crew = new Crew(threads, executor);
    this.each = network.shape().multiplyAdds();
  }

  /**
   * The outputs for n samples, as {@link FloatNetwork#outputs(float[], int, float[])} gives them.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n][out]}, row-major; another array than x
   * @throws IllegalArgumentException if n is negative, an array is too short, or both are one
   * @throws IllegalStateException if another thread uses this object now, or as {@link
   *     FloatNetwork#beginReading()} and {@link FloatNetwork#endReading(int)} say
   */
  public void outputs(float[] x, int n, float[] out) {
    outputs(x, 0, n, out, 0);
  }

  /**
   * The outputs for n samples that lie in the middle of an array, as {@link
   * FloatNetwork#outputs(float[], int, int, float[], int)} gives them.
   *
   * @param x holds {@code [n][in]}, row-major, from xAt on
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n][out]}, row-major, from outAt on; another array than x
   * @throws IllegalArgumentException if n or an index is negative, an array is too short, or both
   *     are one
   * @throws IllegalStateException if another thread uses this object now, or as {@link
   *     FloatNetwork#beginReading()} and {@link FloatNetwork#endReading(int)} say
   */
  public void outputs(float[] x, int xAt, int n, float[] out, int outAt) {
    network.answers().check(x, xAt, n, out, outAt);
    Arguments.enter(busy, "FloatInference");
    try {
      int begun = network.beginReading();
      this.x = x;
      this.xAt = xAt;
      this.n = n;
      this.out = out;
      this.outAt = outAt;
      crew.run(work, parts(n));
      network.endReading(begun);
    } finally {
      this.x = NONE;
      this.out = NONE;
      busy.set(false);
    }
  }

  @Override
  public String toString() {
    return "inference of " + network;
  }

  /** A part for each thread that the batch is worth, and several where it is long. */
  private int parts(int n) {
    int threads = Math.clamp(n, 1, crew.worth(n * each, WORTH));
    return threads == 1 ? 1 : Math.clamp(n / PART_ROWS, threads, SHARES * threads);
  }

  private void part(int part, int parts) {
    int from = Crew.bound(n, part, parts);
    network.answers().outputs(x, xAt, from, Crew.bound(n, part + 1, parts), out, outAt);
  }
}

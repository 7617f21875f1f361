package dev.burin.kernel;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shares the samples of large batches among threads; nothing is allocated once the threads have
 * been served. One thread at a time may use an object of this class, any number of objects may
 * serve one network.
 *
 * <p>A service that answers many callers at once needs none of this: there every caller computes on
 * its own thread with {@link DoubleNetwork}.
 */
public final class DoubleInference {

  private static final double[] NONE = {};

  private final DoubleNetwork network;
  private final Crew crew;
  private final Crew.Work work = this::part;
  private final AtomicBoolean busy = new AtomicBoolean();
  private double[] x = NONE;
  private double[] out = NONE;
  private int n;

  /**
   * Inference on some threads.
   *
   * @param threads how many threads share the samples, the caller among them, the others of the
   *     common pool; the bits do not depend on it
   * @throws IllegalArgumentException if threads is below 1
   */
  public DoubleInference(DoubleNetwork network, int threads) {
    this.network = Objects.requireNonNull(network, "The network is null; give one.");
    this.crew = new Crew(threads);
  }

  /**
   * The outputs for n samples, as {@link DoubleNetwork#outputs(double[], int, double[])} gives
   * them.
   *
   * @param x at least {@code [n][in]}, row-major
   * @param n the number of samples, 0 or more
   * @param out receives {@code [n][out]}, row-major; another array than x
   * @throws IllegalArgumentException if n is negative, an array is too short, or both are one
   * @throws IllegalStateException if another thread uses this object now, or as {@link
   *     DoubleNetwork#beginReading()} and {@link DoubleNetwork#endReading(int)} say
   */
  public void outputs(double[] x, int n, double[] out) {
    network.answers().check(x, n, out);
    Arguments.enter(busy, "DoubleInference");
    try {
      int begun = network.beginReading();
      this.x = x;
      this.n = n;
      this.out = out;
      crew.run(work);
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

  private void part(int part, int parts) {
    network.answers().outputs(x, Crew.bound(n, part, parts), Crew.bound(n, part + 1, parts), out);
  }
}

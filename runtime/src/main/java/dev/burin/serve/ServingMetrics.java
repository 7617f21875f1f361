package dev.burin.serve;

import dev.burin.machine.Readiness;
import java.util.List;

/**
 * Hears what predictors and served networks do, to count and time it; all methods do nothing unless
 * they are written. Each is called on the thread whose work it tells of, at any time and by many
 * threads at once, so that it has to be quick. What it throws is logged once and concerns nobody.
 *
 * <p>Nothing is timed where nobody listens. {@link FlightRecorderMetrics} makes events of it, the
 * artifact {@code burin-micrometer} meters.
 */
public interface ServingMetrics {

  /** Of so many samples that their callers compute by themselves, one is timed and told. */
  int SAMPLED = 64;

  /**
   * Samples were computed together: a batch of several callers, or the many of one.
   *
   * @param rows how many
   * @param nanos what all of them took, in nanoseconds
   */
  default void computed(int rows, long nanos) {}

  /**
   * A caller computed its own sample, one of {@value #SAMPLED} such, chosen at random: to time each
   * would cost a tenth of a small network.
   *
   * @param nanos what it took, in nanoseconds
   */
  default void sampled(long nanos) {}

  /** A sample was refused. */
  default void refused(Refusal reason) {}

  /**
   * Other weights were to be served.
   *
   * @param nanos what it took to load and look at them, in nanoseconds
   */
  default void swapped(Swap swap, long nanos) {}

  /**
   * The kernels have come to another state since the predictor was last asked, such as from the
   * plain loops to compiled kernels.
   *
   * @param path what computes single samples now
   */
  default void changedOver(Readiness readiness, String path) {}

  /** Tells each of some. */
  static ServingMetrics all(ServingMetrics... each) {
    return new AllMetrics(List.of(each));
  }
}

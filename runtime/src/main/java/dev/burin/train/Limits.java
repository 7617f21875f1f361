package dev.burin.train;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What ends one run of a training before it is complete; another run may go on. */
final class Limits {

  private final @Nullable Duration time;
  private final int updates;
  private final long start = System.nanoTime();
  private int first;

  /**
   * The limits of a run that begins now.
   *
   * @param time null where there is none
   * @param updates 0 where there is none
   */
  Limits(@Nullable Duration time, int updates) {
    this.time = time;
    this.updates = updates;
  }

  /** The run begins after some updates. */
  void from(int iteration) {
    first = iteration;
  }

  /** Which limit was reached, or {@link Ending#NOT_YET}. */
  Ending reached(int iteration) {
    if (updates > 0 && iteration - first >= updates) {
      return Ending.UPDATE_LIMIT;
    }
    return time != null && time.minusNanos(System.nanoTime() - start).isNegative()
        ? Ending.TIME_LIMIT
        : Ending.NOT_YET;
  }
}

package dev.burin.start;

import dev.burin.machine.Readiness;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives the kernels until the JIT has compiled them, which shows in that they beat the plain twin
 * and neither gets faster any more. Results are compared after each round, interpreted or compiled.
 */
final class Race {

  /** What came out, and a sentence about it. */
  record Outcome(Readiness readiness, String text) {}

  /** Rounds are gathered into windows, of which the fastest round counts: others were disturbed. */
  private static final long WINDOW_NANOS = 10_000_000;

  private static final int ROUNDS = 3;

  /** Windows without a gain, after which kernels count as fast: at half the time of the twin... */
  private static final int SHORT_QUIET = 1;

  /** ... at the same time ... */
  private static final int QUIET = 3;

  /** ... and at nearly the same, where there is too little to compute for a gain. */
  private static final int LONG_QUIET = 20;

  /** Kernels that are not compiled are some 10 to 1,000 times slower than the twin, not 1.5. */
  private static final double NEARLY = 1.5;

  /** Fewer than this cannot show that nothing gets faster any more. */
  private static final int LEAST_WINDOWS = 5;

  /** What a race may take of the machine. */
  interface Turn {

    /** Leaves the processor to others after as much work. */
    void pause(long nanos);

    /** Whether somebody else is in a hurry. */
    boolean isOver();
  }

  private final Trial trial;
  private final Turn turn;
  private final LongSupplier time;
  private final LongSupplier cpuTime;
  private long twin = Long.MAX_VALUE;
  private long kernels = Long.MAX_VALUE;

  /**
   * A race by two clocks in nanoseconds.
   *
   * @param time tells how long rounds take, of which the shortest counts
   * @param cpuTime tells how much work was done, however busy the machine is
   */
  Race(Trial trial, Turn turn, LongSupplier time, LongSupplier cpuTime) {
    this.trial = trial;
    this.turn = turn;
    this.time = time;
    this.cpuTime = cpuTime;
  }

  /** Ends with {@link Readiness#WARMING} when it was broken off. */
  Outcome run(Duration limit) {
    long start = cpuTime.getAsLong();
    int windows = 0;
    int quiet = 0;
    do {
      long twinBefore = twin;
      long kernelsBefore = kernels;
      @Nullable String difference = window();
      if (difference != null) {
        return new Outcome(Readiness.REFUSED, difference);
      }
      if (turn.isOver()) {
        return new Outcome(Readiness.WARMING, "broken off");
      }
      boolean gained = twin < 0.9 * twinBefore || kernels < 0.9 * kernelsBefore;
      quiet = gained ? 0 : quiet + 1;
      if (quiet >= needed()) {
        return new Outcome(Readiness.READY, text(start));
      }
      windows++;
    } while (windows < LEAST_WINDOWS || cpuTime.getAsLong() - start < limit.toNanos());
    return new Outcome(Readiness.SLOW, text(start));
  }

  private int needed() {
    if (kernels <= twin / 2) {
      return SHORT_QUIET;
    }
    if (kernels <= twin) {
      return QUIET;
    }
    return kernels <= NEARLY * twin ? LONG_QUIET : Integer.MAX_VALUE;
  }

  private @Nullable String window() {
    long start = time.getAsLong();
    for (int round = 0; round < ROUNDS || time.getAsLong() - start < WINDOW_NANOS; round++) {
      long before = cpuTime.getAsLong();
      if (round == 0 || twin < WINDOW_NANOS) {
        long begin = time.getAsLong();
        trial.twin();
        twin = Math.min(twin, time.getAsLong() - begin);
      }
      long begin = time.getAsLong();
      trial.kernels();
      kernels = Math.min(kernels, time.getAsLong() - begin);
      @Nullable String difference = trial.difference();
      if (difference != null || turn.isOver()) {
        return difference;
      }
      turn.pause(cpuTime.getAsLong() - before);
    }
    return null;
  }

  private String text(long start) {
    return String.format(
        Locale.ROOT,
        "after %.1f s of processor time a round takes %.3f ms, and %.3f ms in plain loops",
        (cpuTime.getAsLong() - start) / 1e9,
        kernels / 1e6,
        twin / 1e6);
  }
}

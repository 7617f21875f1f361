package dev.burin.kernel;

import java.time.Duration;
import java.util.Locale;
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

  /** Leaves the processor to others after a round. */
  interface Pause {
    void after(long nanos);
  }

  private final Trial trial;
  private final Pause pause;
  private long twin = Long.MAX_VALUE;
  private long kernels = Long.MAX_VALUE;

  Race(Trial trial, Pause pause) {
    this.trial = trial;
    this.pause = pause;
  }

  Outcome run(Duration limit) {
    long start = System.nanoTime();
    int quiet = 0;
    do {
      long twinBefore = twin;
      long kernelsBefore = kernels;
      @Nullable String difference = window();
      if (difference != null) {
        return new Outcome(Readiness.REFUSED, difference);
      }
      boolean gained = twin < 0.9 * twinBefore || kernels < 0.9 * kernelsBefore;
      quiet = gained ? 0 : quiet + 1;
      if (quiet >= needed()) {
        return new Outcome(Readiness.READY, text(start));
      }
    } while (System.nanoTime() - start < limit.toNanos());
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
    long start = System.nanoTime();
    for (int round = 0; round < ROUNDS || System.nanoTime() - start < WINDOW_NANOS; round++) {
      long begin = System.nanoTime();
      if (round == 0 || twin < WINDOW_NANOS) {
        trial.twin();
        twin = Math.min(twin, System.nanoTime() - begin);
      }
      long middle = System.nanoTime();
      trial.kernels();
      kernels = Math.min(kernels, System.nanoTime() - middle);
      @Nullable String difference = trial.difference();
      if (difference != null) {
        return difference;
      }
      pause.after(System.nanoTime() - begin);
    }
    return null;
  }

  private String text(long start) {
    return String.format(
        Locale.ROOT,
        "after %.1f s a round takes %.3f ms, and %.3f ms in plain loops",
        (System.nanoTime() - start) / 1e9,
        kernels / 1e6,
        twin / 1e6);
  }
}

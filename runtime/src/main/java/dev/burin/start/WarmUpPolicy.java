package dev.burin.start;

import dev.burin.machine.Lanes;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * When kernels take over from the plain twin in this JVM.
 *
 * @param atOnce whether they run from the first call, without a warm-up
 * @param limit the processor time for which they are driven before they are called slow
 * @param pause how long until they are tried again; each time twice as long
 * @param room the bytes that a trial may take now
 */
public record WarmUpPolicy(boolean atOnce, Duration limit, Duration pause, LongSupplier room) {

  /** The system property that chooses. */
  static final String PROPERTY = "burin.warmup";

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final Duration PAUSE = Duration.ofMinutes(1);

  /**
   * A trial takes a quarter of the free heap at the most: free memory may lie in pieces, others
   * take of it too, and a JVM may be told to end at the first allocation that fails.
   */
  private static final int SHARE_OF_FREE_HEAP = 4;

  /**
   * The policy that the system properties ask for. Kernels that are forced where they cannot get
   * fast run at once, as they would never be ready.
   *
   * @throws IllegalStateException if the property has another value than {@code background} or
   *     {@code off}
   */
  static WarmUpPolicy ofJvm() {
    String asked = System.getProperty(PROPERTY, "background");
    boolean off =
        switch (asked) {
          case "background" -> false;
          case "off" -> true;
          default ->
              throw new IllegalStateException(
                  String.format(
                      Locale.ROOT,
                      "-D%s=%s is not known; write background or off.",
                      PROPERTY,
                      asked));
        };
    return new WarmUpPolicy(off || Lanes.amiss(), LIMIT, PAUSE, WarmUpPolicy::roomInHeap);
  }

  private static long roomInHeap() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    return (runtime.maxMemory() - used) / SHARE_OF_FREE_HEAP;
  }
}

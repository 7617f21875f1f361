package dev.burin.kernel;

import java.time.Duration;
import java.util.Locale;

/**
 * When kernels take over from the plain twin in this JVM.
 *
 * @param atOnce whether they run from the first call, without a warm-up
 * @param limit how long they are driven before they are given up as slow
 */
record WarmUpPolicy(boolean atOnce, Duration limit) {

  /** The system property that chooses. */
  static final String PROPERTY = "burin.warmup";

  private static final Duration LIMIT = Duration.ofMinutes(2);

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
    return new WarmUpPolicy(off || Lanes.amiss(), LIMIT);
  }
}

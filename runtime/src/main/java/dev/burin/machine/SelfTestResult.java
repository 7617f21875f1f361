package dev.burin.machine;

import java.time.Duration;

/**
 * How one kind of call passed its self-test.
 *
 * @param calls the kind of call: single samples, batches or training
 * @param duration how long twin, kernels and comparison took together
 * @param difference what differed from the plain loops, as one sentence; empty when nothing did
 */
public record SelfTestResult(String calls, Duration duration, String difference) {

  /** Whether kernels and plain loops gave the same bits. */
  public boolean passed() {
    return difference.isEmpty();
  }
}

package dev.burin.serve;

import dev.burin.kernel.Fingerprint;
import dev.burin.kernel.Readiness;
import java.time.Duration;
import java.util.Locale;

/**
 * How a served network is.
 *
 * @param path what computes the next single sample: a SIMD level of the machine, or {@code plain}
 * @param readiness how far its kernels are on the way to machine code
 * @param parameters by which its weights are known
 * @param declaration by which its declaration is known
 * @param source where its weights come from
 * @param age how long it has been served
 * @param swaps how many swaps were accepted
 * @param refused how many were refused
 * @param lastRefused why the last of these was refused; empty where none was
 */
public record Health(
    String path,
    Readiness readiness,
    Fingerprint parameters,
    Fingerprint declaration,
    String source,
    Duration age,
    long swaps,
    long refused,
    String lastRefused) {

  /** Whether it is loaded, self-tested and warm, or will not get any faster. */
  public boolean ready() {
    return readiness.settled();
  }

  /** One line for people. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s on %s, weights %s of declaration %s from %s for %d s, %d swaps, %d refused%s",
        ready() ? "ready" : "not ready",
        path,
        parameters,
        declaration,
        source,
        age.toSeconds(),
        swaps,
        refused,
        lastRefused.isEmpty() ? "" : ", the last one: " + lastRefused);
  }
}

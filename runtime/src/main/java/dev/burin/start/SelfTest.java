package dev.burin.start;

import org.jspecify.annotations.Nullable;

/**
 * A short look at whether kernels give the bits of the plain twin: every tile once, on few numbers.
 *
 * <p>It is what stands between kernels and the first answer that they give, so it must not take
 * long; the rounds of a {@link Race} compare more, but nobody waits for them.
 */
interface SelfTest {

  /** Runs both. Gives what differs in any bit, as one sentence; null when nothing does. */
  @Nullable String difference();
}

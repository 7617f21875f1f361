package dev.burin.start;

import org.jspecify.annotations.Nullable;

/** One piece of work that the plain twin and the generated kernels do on the same fixed numbers. */
interface Trial {

  /** Lets the plain twin do it. */
  void twin();

  /** Lets the generated kernels do it. */
  void kernels();

  /** What differs between the two results in any bit, as one sentence; null when nothing does. */
  @Nullable String difference();
}

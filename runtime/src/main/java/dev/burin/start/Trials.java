package dev.burin.start;

import dev.burin.kernel.FloatWorkspace;

/** Makes what compares the kernels of one network with their twin, for each kind of call. */
public interface Trials {

  /** More than any heap has: for what arrays of Java cannot hold. */
  long NEVER_FITS = FloatWorkspace.NEVER_FITS;

  /** The bytes that a trial and then a self-test keep alive, at the most. */
  long bytes(Pass pass);

  /** The work of a {@link Race}. */
  Trial trial(Pass pass);

  /** A shorter comparison of the same kernels in the same kind of call. */
  SelfTest selfTest(Pass pass);
}

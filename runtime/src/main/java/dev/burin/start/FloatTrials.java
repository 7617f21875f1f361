package dev.burin.start;

import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.shape.ParameterLayout;

/** The trials of some float kernels. */
public record FloatTrials(ParameterLayout layout, FloatKernels kernels) implements Trials {

  /** The gradient of a side, and what a step of it reads and writes. */
  private static final int COPIES_IN_TRAINING = 4;

  @Override
  public long bytes(Pass pass) {
    int tested = pass == Pass.ONE ? 2 : FloatSelfTest.ROWS;
    int rows = Math.max(FloatTrial.rows(layout, pass), tested / 2);
    boolean training = pass == Pass.TRAINING;
    long inputs = (long) rows * layout.shape().inputs();
    long workspace = FloatWorkspace.elements(layout, rows, training);
    if (inputs > Integer.MAX_VALUE || workspace == NEVER_FITS) {
      return NEVER_FITS;
    }
    long side = workspace + (training ? (long) COPIES_IN_TRAINING * layout.length() : 0);
    long targets = (long) rows * layout.shape().outputs();
    return Float.BYTES * (layout.length() + inputs + targets + 2 * side);
  }

  @Override
  public Trial trial(Pass pass) {
    return new FloatTrial(layout, kernels, pass);
  }

  @Override
  public SelfTest selfTest(Pass pass) {
    return new FloatSelfTest(layout, kernels, pass, FloatTrial.parameters(layout));
  }
}

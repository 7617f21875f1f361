package dev.burin.kernel;

/** The trials of some double kernels. */
record DoubleTrials(ParameterLayout layout, DoubleKernels kernels) implements Trials {

  /** The gradient of a side, and what a step of it reads and writes. */
  private static final int COPIES_IN_TRAINING = 4;

  @Override
  public long bytes(Pass pass) {
    int tested = pass == Pass.ONE ? 2 : DoubleSelfTest.ROWS;
    int rows = Math.max(DoubleTrial.rows(layout, pass), tested / 2);
    boolean training = pass == Pass.TRAINING;
    long inputs = (long) rows * layout.shape().inputs();
    long workspace = DoubleWorkspace.elements(layout, rows, training);
    if (inputs > Integer.MAX_VALUE || workspace == NEVER_FITS) {
      return NEVER_FITS;
    }
    long side = workspace + (training ? (long) COPIES_IN_TRAINING * layout.length() : 0);
    long targets = (long) rows * layout.shape().outputs();
    return Double.BYTES * (layout.length() + inputs + targets + 2 * side);
  }

  @Override
  public Trial trial(Pass pass) {
    return new DoubleTrial(layout, kernels, pass);
  }

  @Override
  public SelfTest selfTest(Pass pass) {
    return new DoubleSelfTest(layout, kernels, pass, DoubleTrial.parameters(layout));
  }
}

package dev.burin.start;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.kernel.CompactKernels;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.machine.Lanes;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;

/**
 * The trials of the kernels over weights of eight bits. These do not depend on the shape, so that
 * one small network is tried for all: with sums that are cut and sums that are not, panels of every
 * width, and rows alone and four at a time.
 */
public record CompactTrials(CompactKernels kernels) implements Trials {

  /** What all compact networks of a JVM share. */
  private static final NetworkShape SHAPE =
      NetworkShape.of(
          Loss.MEAN_SQUARED_ERROR,
          Precision.FLOAT,
          LayerShape.of(1100, 112, Activation.IDENTITY),
          LayerShape.of(112, 40, Activation.RELU),
          LayerShape.of(40, 96, Activation.IDENTITY));

  static final ParameterLayout LAYOUT = ParameterLayout.of(SHAPE);

  /** The start that all compact networks share. */
  public static ColdStart start(CompactKernels kernels) {
    String path = Lanes.chosen().path();
    return ColdStarts.of(kernels.getClass(), path, SHAPE, new CompactTrials(kernels));
  }

  @Override
  public long bytes(Pass pass) {
    return switch (pass) {
      case ONE, MANY ->
          LAYOUT.length()
              + 2L * Float.BYTES * FloatWorkspace.elements(LAYOUT, CompactTrial.ROWS, false);
      // There is no training.
      case TRAINING -> NEVER_FITS;
    };
  }

  @Override
  public Trial trial(Pass pass) {
    return new CompactTrial(kernels, pass);
  }

  @Override
  public SelfTest selfTest(Pass pass) {
    CompactTrial trial = new CompactTrial(kernels, pass);
    return () -> {
      trial.twin();
      trial.kernels();
      return trial.difference();
    };
  }
}

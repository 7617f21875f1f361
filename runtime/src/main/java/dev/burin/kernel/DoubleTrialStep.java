package dev.burin.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A step of both rules, for comparisons of kernels with their twin. */
final class DoubleTrialStep implements DoubleStep {

  private static final double DOWN = -0.01f;
  private static final double MU = 0.9f;

  private final double[] start;
  private final double[] p;
  private final double[] v;
  private final double[] dp;

  /** A step from some parameters, which stay as they are. */
  DoubleTrialStep(double[] start) {
    this.start = start;
    this.p = new double[start.length];
    this.v = new double[start.length];
    this.dp = new double[start.length];
  }

  /** Moves a copy of the parameters, in some parts, by the samples of a workspace. */
  void run(DoubleKernels kernels, double[] x, int rows, DoubleWorkspace ws, int parts) {
    System.arraycopy(start, 0, p, 0, p.length);
    // Velocities that are no zeros, so that a momentum left out is seen.
    System.arraycopy(start, 0, v, 0, v.length);
    for (int part = 0; part < parts; part++) {
      kernels.step(x, 0, rows, p, dp, ws, this, part, parts);
    }
  }

  @Override
  public void move(DoubleKernels kernels, double[] p, int from, int to, double[] g, int at) {
    kernels.descend(p, from, to, g, at, DOWN);
    kernels.descendWithMomentum(p, v, from, to, g, at, DOWN, MU);
  }

  /** Where the twin's step, this one, and that of kernels lead apart, as one sentence. */
  @Nullable String difference(DoubleTrialStep kernels) {
    int at = Arrays.mismatch(p, kernels.p);
    return at < 0
        ? null
        : "After a step, parameter " + at + " is " + kernels.p[at] + ", not " + p[at] + ".";
  }
}

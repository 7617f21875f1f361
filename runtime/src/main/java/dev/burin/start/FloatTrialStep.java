package dev.burin.start;

import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatRules;
import dev.burin.kernel.FloatStep;
import dev.burin.kernel.FloatWorkspace;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A step of both rules, for comparisons of kernels with their twin. */
final class FloatTrialStep implements FloatStep {

  private static final float DOWN = -0.01f;
  private static final float MU = 0.9f;

  private final float[] start;
  private final float[] p;
  private final float[] v;
  private final float[] dp;

  /** A step from some parameters, which stay as they are. */
  FloatTrialStep(float[] start) {
    this.start = start;
    this.p = new float[start.length];
    this.v = new float[start.length];
    this.dp = new float[start.length];
  }

  /** Moves a copy of the parameters, in some parts, by the samples of a workspace. */
  void run(FloatKernels kernels, float[] x, int rows, FloatWorkspace ws, int parts) {
    System.arraycopy(start, 0, p, 0, p.length);
    // Velocities that are no zeros, so that a momentum left out is seen.
    System.arraycopy(start, 0, v, 0, v.length);
    for (int part = 0; part < parts; part++) {
      kernels.step(x, 0, rows, p, dp, ws, this, part, parts);
    }
  }

  @Override
  public void move(float[] p, int from, int to, float[] g, int at) {
    FloatRules.descend(p, from, to, g, at, DOWN);
    FloatRules.descendWithMomentum(p, v, from, to, g, at, DOWN, MU);
  }

  /** Where the twin's step, this one, and that of kernels lead apart, as one sentence. */
  @Nullable String difference(FloatTrialStep kernels) {
    int at = Arrays.mismatch(p, kernels.p);
    return at < 0
        ? null
        : "After a step, parameter " + at + " is " + kernels.p[at] + ", not " + p[at] + ".";
  }
}

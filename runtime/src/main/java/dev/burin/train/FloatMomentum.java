package dev.burin.train;

import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatStep;

/** U2 for one training in float: the velocities. */
final class FloatMomentum implements FloatUpdate, FloatStep {

  private final float down;
  private final float mu;
  private final float[] v;

  FloatMomentum(float down, float mu, int length) {
    this.down = down;
    this.mu = mu;
    this.v = new float[length];
  }

  @Override
  public void apply(float[] p, float[] g) {
    for (int i = 0; i < v.length; i++) {
      v[i] = Math.fma(down, g[i], mu * v[i]);
      p[i] += v[i];
    }
  }

  @Override
  public void move(FloatKernels kernels, float[] p, int from, int to, float[] g, int at) {
    kernels.descendWithMomentum(p, v, from, to, g, at, down, mu);
  }
}

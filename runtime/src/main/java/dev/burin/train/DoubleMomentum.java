package dev.burin.train;

import dev.burin.kernel.DoubleKernels;
import dev.burin.kernel.DoubleStep;

/** U2 for one training in double: the velocities. */
final class DoubleMomentum implements DoubleUpdate, DoubleStep {

  private final double down;
  private final double mu;
  private final double[] v;

  DoubleMomentum(double down, double mu, int length) {
    this.down = down;
    this.mu = mu;
    this.v = new double[length];
  }

  @Override
  public void apply(double[] p, double[] g) {
    for (int i = 0; i < v.length; i++) {
      v[i] = Math.fma(down, g[i], mu * v[i]);
      p[i] += v[i];
    }
  }

  @Override
  public void move(DoubleKernels kernels, double[] p, int from, int to, double[] g, int at) {
    kernels.descendWithMomentum(p, v, from, to, g, at, down, mu);
  }
}

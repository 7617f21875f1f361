package dev.burin.train;

import dev.burin.kernel.DoubleKernels;
import dev.burin.kernel.DoubleStep;

/** U1 for one training in double. */
record DoubleDescent(double down, int length) implements DoubleUpdate, DoubleStep {

  @Override
  public void apply(double[] p, double[] g) {
    for (int i = 0; i < length; i++) {
      p[i] = Math.fma(down, g[i], p[i]);
    }
  }

  @Override
  public void move(DoubleKernels kernels, double[] p, int from, int to, double[] g, int at) {
    kernels.descend(p, from, to, g, at, down);
  }
}

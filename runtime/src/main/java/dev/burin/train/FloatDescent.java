package dev.burin.train;

import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatStep;

/** U1 for one training in float. */
record FloatDescent(float down, int length) implements FloatUpdate, FloatStep {

  @Override
  public void apply(float[] p, float[] g) {
    for (int i = 0; i < length; i++) {
      p[i] = Math.fma(down, g[i], p[i]);
    }
  }

  @Override
  public void move(FloatKernels kernels, float[] p, int from, int to, float[] g, int at) {
    kernels.descend(p, from, to, g, at, down);
  }
}

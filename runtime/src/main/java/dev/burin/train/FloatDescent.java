package dev.burin.train;

import dev.burin.kernel.FloatRules;
import dev.burin.kernel.FloatStep;

/** U1 for one training in float. */
record FloatDescent(float down, int length) implements FloatUpdate, FloatStep {

  @Override
  public void apply(float[] p, float[] g) {
    move(p, 0, length, g, 0);
  }

  @Override
  public void move(float[] p, int from, int to, float[] g, int at) {
    FloatRules.descend(p, from, to, g, at, down);
  }
}

package dev.burin.train;

import dev.burin.kernel.FloatRules;
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
    move(p, 0, v.length, g, 0);
  }

  @Override
  public void move(float[] p, int from, int to, float[] g, int at) {
    FloatRules.descendWithMomentum(p, v, from, to, g, at, down, mu);
  }
}

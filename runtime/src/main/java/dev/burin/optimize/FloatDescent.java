package dev.burin.optimize;

import dev.burin.kernel.FloatRules;

/** U1 in one training. */
final class FloatDescent implements FloatRule {

  private float down;

  @Override
  public void begin(long update, double learningRate, double momentum) {
    down = -(float) learningRate;
  }

  @Override
  public void move(ParameterKind kind, float[] p, float[] g, int from, int to) {
    FloatRules.descend(p, from, to, g, from, down);
  }

  @Override
  public boolean moveTile(ParameterKind kind, float[] p, int from, int to, float[] g, int at) {
    FloatRules.descend(p, from, to, g, at, down);
    return true;
  }
}

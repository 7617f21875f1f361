package dev.burin.optimize;

import dev.burin.kernel.FloatRules;

/** U2 in one training. */
final class FloatMomentum implements FloatRule {

  private final float[] v;
  private final double dampening;
  private final Form form;
  private float down;
  private float mu;
  private float share;

  FloatMomentum(float[] v, double dampening, Form form) {
    this.v = v;
    this.dampening = dampening;
    this.form = form;
  }

  @Override
  public void begin(long update, double learningRate, double momentum) {
    down = -(float) learningRate;
    mu = (float) momentum;
    share = (float) (update == 1 ? 1 : 1 - dampening);
  }

  @Override
  public void move(ParameterKind kind, float[] p, float[] g, int from, int to) {
    switch (form) {
      case PYTORCH -> {
        if (share == 1) {
          FloatRules.descendWithMomentum(p, v, from, to, g, from, down, mu);
        } else {
          dampened(p, g, from, to);
        }
      }
      case KERAS -> inside(p, g, from, to);
    }
  }

  private void dampened(float[] p, float[] g, int from, int to) {
    for (int i = from; i < to; i++) {
      v[i] = Math.fma(mu, v[i], share * g[i]);
      p[i] = Math.fma(down, v[i], p[i]);
    }
  }

  private void inside(float[] p, float[] g, int from, int to) {
    for (int i = from; i < to; i++) {
      v[i] = Math.fma(down, g[i], mu * v[i]);
      p[i] += v[i];
    }
  }

  @Override
  public boolean moveTile(ParameterKind kind, float[] p, int from, int to, float[] g, int at) {
    if (form == Form.KERAS || share != 1) {
      return false;
    }
    FloatRules.descendWithMomentum(p, v, from, to, g, at, down, mu);
    return true;
  }
}

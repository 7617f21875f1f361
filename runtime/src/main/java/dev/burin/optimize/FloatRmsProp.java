package dev.burin.optimize;

/**
 * U6 in one training: first the gradient is divided, in place, then it moves the parameters, so
 * that each loop is one that HotSpot makes vectors of.
 */
final class FloatRmsProp implements FloatRule {

  private static final float[] NONE = {};

  private final float[] s;
  private final float[] m;
  private final float[] v;
  private final float alpha;
  private final float rest;
  private final float epsilon;
  private final RmsProp settings;
  private float rate;
  private float mu;

  FloatRmsProp(FloatSlots slots, RmsProp settings) {
    this.s = slots.get("s");
    this.m = settings.centered() ? slots.get("m") : NONE;
    this.v = settings.momentum() > 0 ? slots.get("v") : NONE;
    this.alpha = (float) settings.alpha();
    this.rest = (float) (1 - settings.alpha());
    this.epsilon = (float) settings.epsilon();
    this.settings = settings;
  }

  @Override
  public void begin(long update, double learningRate, double momentum) {
    rate = (float) learningRate;
    mu = (float) momentum;
  }

  @Override
  public void move(ParameterKind kind, float[] p, float[] g, int from, int to) {
    switch (settings.form()) {
      case PYTORCH -> {
        divide(g, from, to, 0, epsilon);
        outside(p, g, from, to);
      }
      case KERAS -> {
        divide(g, from, to, epsilon, 0);
        inside(p, g, from, to);
      }
    }
  }

  /** Divides gradients by their size, with an epsilon under the root and one outside. */
  private void divide(float[] g, int from, int to, float under, float outside) {
    if (!settings.centered()) {
      for (int i = from; i < to; i++) {
        s[i] = Math.fma(alpha, s[i], rest * g[i] * g[i]);
        g[i] /= (float) Math.sqrt(s[i] + under) + outside;
      }
      return;
    }
    for (int i = from; i < to; i++) {
      s[i] = Math.fma(alpha, s[i], rest * g[i] * g[i]);
      m[i] = Math.fma(alpha, m[i], rest * g[i]);
      float variance = Math.max(Math.fma(-m[i], m[i], s[i]), 0);
      g[i] /= (float) Math.sqrt(variance + under) + outside;
    }
  }

  private void outside(float[] p, float[] q, int from, int to) {
    if (v.length == 0) {
      for (int i = from; i < to; i++) {
        p[i] = Math.fma(-rate, q[i], p[i]);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      v[i] = Math.fma(mu, v[i], q[i]);
      p[i] = Math.fma(-rate, v[i], p[i]);
    }
  }

  private void inside(float[] p, float[] q, int from, int to) {
    if (v.length == 0) {
      outside(p, q, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      v[i] = Math.fma(mu, v[i], rate * q[i]);
      p[i] -= v[i];
    }
  }
}

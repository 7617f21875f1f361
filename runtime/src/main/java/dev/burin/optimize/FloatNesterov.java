package dev.burin.optimize;

/** U4 in one training. */
final class FloatNesterov implements FloatRule {

  private final float[] v;
  private final Form form;
  private float down;
  private float mu;

  FloatNesterov(float[] v, Form form) {
    this.v = v;
    this.form = form;
  }

  @Override
  public void begin(long update, double learningRate, double momentum) {
    down = -(float) learningRate;
    mu = (float) momentum;
  }

  @Override
  public void move(ParameterKind kind, float[] p, float[] g, int from, int to) {
    switch (form) {
      case PYTORCH -> outside(p, g, from, to);
      case KERAS -> inside(p, g, from, to);
    }
  }

  private void outside(float[] p, float[] g, int from, int to) {
    for (int i = from; i < to; i++) {
      v[i] = Math.fma(mu, v[i], g[i]);
      p[i] = Math.fma(down, Math.fma(mu, v[i], g[i]), p[i]);
    }
  }

  private void inside(float[] p, float[] g, int from, int to) {
    for (int i = from; i < to; i++) {
      v[i] = Math.fma(down, g[i], mu * v[i]);
      p[i] = Math.fma(down, g[i], Math.fma(mu, v[i], p[i]));
    }
  }
}

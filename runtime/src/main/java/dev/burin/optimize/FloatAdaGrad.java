package dev.burin.optimize;

/** U5 in one training. */
final class FloatAdaGrad implements FloatRule {

  private final float[] s;
  private final double rateDecay;
  private final float epsilon;
  private final Form form;
  private float rate;

  FloatAdaGrad(float[] s, double rateDecay, double epsilon, Form form) {
    this.s = s;
    this.rateDecay = rateDecay;
    this.epsilon = (float) epsilon;
    this.form = form;
  }

  @Override
  public void begin(long update, double learningRate, double momentum) {
    rate = (float) (learningRate / (1 + (update - 1) * rateDecay));
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
      s[i] = Math.fma(g[i], g[i], s[i]);
      p[i] -= rate * (g[i] / ((float) Math.sqrt(s[i]) + epsilon));
    }
  }

  private void inside(float[] p, float[] g, int from, int to) {
    for (int i = from; i < to; i++) {
      s[i] = Math.fma(g[i], g[i], s[i]);
      p[i] -= rate * (g[i] / (float) Math.sqrt(s[i] + epsilon));
    }
  }
}

package dev.burin.optimize;

/** U7 in one training. */
final class FloatAdam implements FloatRule {

  private static final float[] NONE = {};

  private final Adam settings;
  private final float[] m;
  private final float[] s;
  private final float[] x;
  private final float beta2;
  private final float rest2;
  private final float epsilon;
  private float beta1;
  private float rest1;
  private float down;
  private float scale;

  FloatAdam(FloatSlots slots, Adam settings) {
    this.settings = settings;
    this.m = slots.get("m");
    this.s = slots.get("s");
    this.x = settings.amsgrad() ? slots.get("x") : NONE;
    this.beta2 = (float) settings.beta2();
    this.rest2 = (float) (1 - settings.beta2());
    this.epsilon = (float) settings.epsilon();
  }

  @Override
  public void begin(long update, double learningRate, double momentum) {
    beta1 = (float) momentum;
    rest1 = (float) (1 - momentum);
    double first = 1 - Rates.power(momentum, update);
    double second = Math.sqrt(1 - Rates.power(settings.beta2(), update));
    switch (settings.form()) {
      case PYTORCH -> {
        down = (float) (-learningRate / first);
        scale = (float) (1 / second);
      }
      case KERAS -> {
        down = (float) (-learningRate * second / first);
        scale = 1;
      }
    }
  }

  @Override
  public void move(ParameterKind kind, float[] p, float[] g, int from, int to) {
    if (x.length > 0) {
      moveByGreatest(p, g, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      m[i] = Math.fma(beta1, m[i], rest1 * g[i]);
      s[i] = Math.fma(beta2, s[i], rest2 * g[i] * g[i]);
      p[i] = Math.fma(down, m[i] / Math.fma((float) Math.sqrt(s[i]), scale, epsilon), p[i]);
    }
  }

  private void moveByGreatest(float[] p, float[] g, int from, int to) {
    for (int i = from; i < to; i++) {
      m[i] = Math.fma(beta1, m[i], rest1 * g[i]);
      s[i] = Math.fma(beta2, s[i], rest2 * g[i] * g[i]);
      x[i] = Math.max(x[i], s[i]);
      p[i] = Math.fma(down, m[i] / Math.fma((float) Math.sqrt(x[i]), scale, epsilon), p[i]);
    }
  }
}

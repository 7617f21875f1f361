package dev.burin.optimize;

/** U3 and U8 in one training: what a {@link WeightDecay} does to ranges of one kind. */
final class FloatDecay {

  private final WeightDecay decay;
  private final float l2;
  private final float l1;
  private float shrink;

  FloatDecay(WeightDecay decay) {
    this.decay = decay;
    this.l2 = (float) decay.l2();
    this.l1 = (float) decay.l1();
  }

  /** Takes the learning rate of an update. */
  void begin(double learningRate) {
    shrink = (float) (-learningRate * decay.decoupled());
  }

  /** Whether gradients of a kind gain a term. */
  boolean isCoupled(ParameterKind kind) {
    return (l2 != 0 || l1 != 0) && decay.covers(kind);
  }

  /** Whether parameters of a kind shrink by themselves. */
  boolean isDecoupled(ParameterKind kind) {
    return decay.decoupled() != 0 && decay.covers(kind);
  }

  /** U3: the derivatives of the terms are added to the gradient. */
  void couple(ParameterKind kind, float[] p, float[] g, int from, int to) {
    if (!decay.covers(kind)) {
      return;
    }
    if (l2 != 0) {
      for (int i = from; i < to; i++) {
        g[i] = Math.fma(l2, p[i], g[i]);
      }
    }
    if (l1 != 0) {
      for (int i = from; i < to; i++) {
        g[i] = Math.fma(l1, Math.signum(p[i]), g[i]);
      }
    }
  }

  /** U8. */
  void shrink(ParameterKind kind, float[] p, int from, int to) {
    if (isDecoupled(kind)) {
      for (int i = from; i < to; i++) {
        p[i] = Math.fma(shrink, p[i], p[i]);
      }
    }
  }
}

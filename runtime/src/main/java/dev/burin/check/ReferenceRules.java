package dev.burin.check;

/**
 * The rules of updates in double and in plain loops, as their formulas read: what fast rules are
 * compared with. Arrays hold one number of each parameter; t is 1 in the first update.
 */
final class ReferenceRules {

  private ReferenceRules() {}

  /** U1. */
  static void sgd(double[] p, double[] g, double eta) {
    for (int i = 0; i < p.length; i++) {
      p[i] = p[i] - eta * g[i];
    }
  }

  /** U2, with the learning rate outside of the velocity. */
  static void momentum(
      double[] p, double[] g, double[] v, long t, double eta, double mu, double dampening) {
    for (int i = 0; i < p.length; i++) {
      v[i] = t == 1 ? g[i] : mu * v[i] + (1 - dampening) * g[i];
      p[i] = p[i] - eta * v[i];
    }
  }

  /** U2, with the learning rate inside of the velocity, as Keras. */
  static void momentumInside(double[] p, double[] g, double[] v, double eta, double mu) {
    for (int i = 0; i < p.length; i++) {
      v[i] = mu * v[i] - eta * g[i];
      p[i] = p[i] + v[i];
    }
  }

  /** U3: the gradient with the derivatives of {@code l2/2 sum p^2 + l1 sum |p|}. */
  static void coupledDecay(double[] p, double[] g, double l2, double l1) {
    for (int i = 0; i < p.length; i++) {
      g[i] = g[i] + l2 * p[i] + l1 * Math.signum(p[i]);
    }
  }

  /** U4, with the learning rate outside of the velocity. */
  static void nesterov(double[] p, double[] g, double[] v, double eta, double mu) {
    for (int i = 0; i < p.length; i++) {
      v[i] = mu * v[i] + g[i];
      p[i] = p[i] - eta * (g[i] + mu * v[i]);
    }
  }

  /** U4, with the learning rate inside of the velocity, as Keras. */
  static void nesterovInside(double[] p, double[] g, double[] v, double eta, double mu) {
    for (int i = 0; i < p.length; i++) {
      v[i] = mu * v[i] - eta * g[i];
      p[i] = p[i] + mu * v[i] - eta * g[i];
    }
  }

  /** U5; epsilon under the root as Keras, or added to it. */
  static void adaGrad(
      double[] p, double[] g, double[] s, double eta, double epsilon, boolean under) {
    for (int i = 0; i < p.length; i++) {
      s[i] = s[i] + g[i] * g[i];
      double d = under ? Math.sqrt(s[i] + epsilon) : Math.sqrt(s[i]) + epsilon;
      p[i] = p[i] - eta * g[i] / d;
    }
  }

  /**
   * U6: the gradient divided by its size, in place. With m it is centered; epsilon stands under the
   * root as in Keras, or is added to it.
   */
  static void rmsProp(
      double[] g, double[] s, double[] m, double alpha, double epsilon, boolean under) {
    for (int i = 0; i < g.length; i++) {
      s[i] = alpha * s[i] + (1 - alpha) * g[i] * g[i];
      double variance = s[i];
      if (m.length > 0) {
        m[i] = alpha * m[i] + (1 - alpha) * g[i];
        variance = Math.max(s[i] - m[i] * m[i], 0);
      }
      g[i] = g[i] / (under ? Math.sqrt(variance + epsilon) : Math.sqrt(variance) + epsilon);
    }
  }

  /** U7; with x it is amsgrad, and with hat epsilon is that of Keras. */
  static void adam(
      double[] p,
      double[] g,
      double[] m,
      double[] s,
      double[] x,
      long t,
      double eta,
      double beta1,
      double beta2,
      double epsilon,
      boolean hat) {
    double first = 1 - Math.pow(beta1, (double) t);
    double second = 1 - Math.pow(beta2, (double) t);
    for (int i = 0; i < p.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      s[i] = beta2 * s[i] + (1 - beta2) * g[i] * g[i];
      double square = s[i];
      if (x.length > 0) {
        x[i] = Math.max(x[i], s[i]);
        square = x[i];
      }
      p[i] =
          hat
              ? p[i] - eta * Math.sqrt(second) / first * m[i] / (Math.sqrt(square) + epsilon)
              : p[i] - eta * (m[i] / first) / (Math.sqrt(square / second) + epsilon);
    }
  }

  /** U8: parameters shrink past the gradient. */
  static void decoupledDecay(double[] p, double eta, double factor) {
    for (int i = 0; i < p.length; i++) {
      p[i] = p[i] - eta * factor * p[i];
    }
  }

  /** U9, by value. */
  static void clipValues(double[] g, double limit) {
    for (int i = 0; i < g.length; i++) {
      g[i] = Math.max(-limit, Math.min(limit, g[i]));
    }
  }

  /** U9, by length: exactly, or with the 1e-6 that PyTorch adds to it. */
  static void clipLength(double[] g, double limit, boolean exactly) {
    double squares = 0;
    for (double each : g) {
      squares += each * each;
    }
    double n = exactly ? Math.sqrt(squares) : Math.sqrt(squares) + 1e-6;
    for (int i = 0; i < g.length; i++) {
      g[i] = n > limit ? g[i] * limit / n : g[i];
    }
  }
}

package dev.burin.onnx;

import dev.burin.Activation;

/**
 * An activation as nodes apply it: {@code scale f(z) + shift}.
 *
 * @param activation f
 * @param slope its slope below 0, or 0
 * @param mirrored whether it is f(-z)
 * @param scale a factor behind it
 * @param shift a summand behind it
 */
record Applied(Activation activation, double slope, boolean mirrored, double scale, double shift) {

  /** The activation and nothing else. */
  static Applied of(Activation activation, double slope) {
    return new Applied(activation, slope, false, 1, 0);
  }

  /** The activation with the slope that it has where none is given. */
  static Applied of(Activation activation) {
    return of(activation, activation.defaultSlope());
  }

  /** Whether nothing stands before or behind the activation. */
  boolean exact() {
    return !mirrored && scale == 1 && shift == 0;
  }

  /** Whether it is an activation that bends, and nothing else. */
  boolean plain() {
    return exact() && activation != Activation.IDENTITY;
  }
}

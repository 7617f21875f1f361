package dev.burin.sample;

import java.io.Serial;

/** A gradient that is not what it should be. */
final class GradientException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  GradientException(String message) {
    super(message);
  }
}

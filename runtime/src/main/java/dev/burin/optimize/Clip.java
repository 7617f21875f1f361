package dev.burin.optimize;

import java.util.Objects;

/**
 * Clipping: what bounds a gradient before anything is done with it, so that one steep batch does
 * not throw the parameters away (R. Pascanu, T. Mikolov and Y. Bengio, "On the difficulty of
 * training recurrent neural networks", 2013).
 *
 * <p>U9. Without a word the derivatives of weight decay come after it, as in PyTorch; {@link
 * #afterPenalties} puts them before, as they are in Keras.
 *
 * @param kind what is bounded
 * @param limit by what: positive and finite, or infinite where nothing is bounded
 * @param afterPenalties whether L1 and L2 are part of what is bounded
 */
public record Clip(Kind kind, double limit, boolean afterPenalties) {

  /** What a {@link Clip} bounds. */
  public enum Kind {
    /** Nothing. */
    NONE,
    /** Each derivative by itself: to {@code [-limit, limit]}. */
    VALUE,
    /**
     * The length n of the whole gradient, by {@code g * min(1, limit/(n + 1e-6))}, as PyTorch does.
     */
    NORM,
    /** The length n of the whole gradient, by {@code g * limit/max(n, limit)}. */
    EXACT_NORM,
    /** The length of the gradient of each matrix and of each vector of biases, exactly. */
    TENSOR_NORM
  }

  /** No clipping. */
  public static final Clip NONE = new Clip(Kind.NONE, Double.POSITIVE_INFINITY, false);

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is not positive, or not finite where something is
   *     bounded
   */
  public Clip {
    Objects.requireNonNull(kind, "What to clip is null; Clip.NONE clips nothing.");
    if (!(limit > 0) || Double.isInfinite(limit) != (kind == Kind.NONE)) {
      throw new IllegalArgumentException(
          "The limit of gradients must be positive and finite, not " + limit + "; try 1.");
    }
  }

  /** Bounds each derivative by itself. */
  public static Clip byValue(double limit) {
    return new Clip(Kind.VALUE, limit, false);
  }

  /** Bounds the length of the whole gradient, as PyTorch's clip_grad_norm_ does. */
  public static Clip byNorm(double limit) {
    return new Clip(Kind.NORM, limit, false);
  }

  /** Bounds the length of the whole gradient to the limit and no less, as Keras does. */
  public static Clip byExactNorm(double limit) {
    return new Clip(Kind.EXACT_NORM, limit, false);
  }

  /** Bounds the length of the gradient of each matrix and of each vector of biases by itself. */
  public static Clip byTensorNorm(double limit) {
    return new Clip(Kind.TENSOR_NORM, limit, false);
  }

  /** The same with the derivatives of L1 and L2 added before. */
  public Clip afterPenalties(boolean value) {
    return new Clip(kind, limit, value);
  }

  /** Whether the gradient has to be known as a whole before any parameter moves. */
  boolean needsWholeGradient() {
    return switch (kind) {
      case NONE, VALUE -> false;
      case NORM, EXACT_NORM, TENSOR_NORM -> true;
    };
  }

  /** What a gradient of length n is multiplied by: 1 where it is short enough. */
  double factor(double n) {
    return switch (kind) {
      case NONE, VALUE -> 1;
      case NORM -> n + 1e-6 <= limit ? 1 : limit / (n + 1e-6);
      case EXACT_NORM, TENSOR_NORM -> n <= limit ? 1 : limit / n;
    };
  }

  @Override
  public String toString() {
    String what =
        switch (kind) {
          case NONE -> "no clipping";
          case VALUE -> "clipped by value to " + limit;
          case NORM -> "clipped by norm to " + limit;
          case EXACT_NORM -> "clipped by exact norm to " + limit;
          case TENSOR_NORM -> "clipped by the norm of each tensor to " + limit;
        };
    return afterPenalties ? what + " after penalties" : what;
  }
}

package dev.burin.check;

import dev.burin.Precision;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;

/**
 * How close is close enough: every tolerance in one place, with its reason. Distances are relative,
 * {@code |a - b| / (|a| + |b|)} in the Euclidean norm over one layer.
 */
public final class Agreement {

  /** Up to this width every layer of a network is held to {@link #DIFFERENCES}. */
  public static final int NARROW = 33;

  /**
   * Backpropagation against differences, both in double, on narrow networks. The five-point formula
   * at its best step leaves less than 1e-10 for every activation and loss; a wrong equation leaves
   * 1e-3 and more.
   */
  public static final double DIFFERENCES = 1e-8;

  /**
   * The same on networks with a wider layer: single derivatives shrink as the layer grows, the
   * rounding of the cost that they are taken from does not.
   */
  public static final double WIDE_DIFFERENCES = 1e-7;

  /**
   * Float kernels against the reference. Sums of 1000 products lose about the root of 1000 half
   * units of 2^-24, which is 2e-6, and activations add a few units. Where the whole batch has
   * residuals {@code a - y} near 0, they cancel and the relative distance grows without any fault:
   * compare on more than one sample.
   */
  public static final double FLOAT_GRADIENT = 1e-5;

  /** Double kernels against the reference: as above, with units of 2^-53. */
  public static final double DOUBLE_GRADIENT = 1e-13;

  /** What every planted fault must exceed to count as found with room to spare. */
  public static final double FAULT = 1e-3;

  private Agreement() {}

  /** The bound for backpropagation against differences on a network of this shape. */
  public static double differences(NetworkShape shape) {
    boolean narrow = shape.inputs() <= NARROW;
    for (LayerShape layer : shape.layers()) {
      narrow &= layer.out() <= NARROW;
    }
    return narrow ? DIFFERENCES : WIDE_DIFFERENCES;
  }

  /** The bound for kernels of a precision against the reference. */
  public static double gradient(Precision precision) {
    return switch (precision) {
      case FLOAT -> FLOAT_GRADIENT;
      case DOUBLE -> DOUBLE_GRADIENT;
    };
  }
}

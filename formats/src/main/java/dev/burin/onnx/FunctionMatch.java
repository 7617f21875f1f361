package dev.burin.onnx;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.check.ReferenceNetwork;
import dev.burin.file.MalformedFileException;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which activation a function is, up to a factor and a summand, by its values at many
 * points: near 0, where functions bend, and far out, where they saturate or are cut off.
 */
final class FunctionMatch {

  /**
   * How far values may lie apart, relative to their size or 1. A file has constants such as the
   * root of 2 as floats, which leaves 3e-8; the tanh fit of GELU lies 5e-4 away, and an ELU of the
   * least slope 1e-6 from RELU.
   */
  private static final double SAME = 3e-7;

  /** Beyond it a power overflows in a float, so that a function spelled with it has no value. */
  private static final double OVERFLOWS = 80;

  private static final double[] POINTS = points();

  private FunctionMatch() {}

  /** A function of many points at once. */
  interface Function {
    double[] of(double[] z) throws MalformedFileException;
  }

  /**
   * The activation that a function is, or null.
   *
   * @param type the type of the numbers in the file
   */
  static @Nullable Applied of(Function function, ElementType type) throws MalformedFileException {
    double[] values = function.of(POINTS.clone());
    double[] anchors = function.of(new double[] {0, 1, -1});
    for (double anchor : anchors) {
      if (!Double.isFinite(anchor)) {
        return null;
      }
    }
    Applied found = null;
    for (Activation activation : Activation.values()) {
      if (activation != Activation.SOFTMAX) {
        for (boolean mirrored : new boolean[] {false, true}) {
          Applied applied = fit(activation, mirrored, anchors, type);
          // SELU is an ELU with a factor too, and itself is the shorter name.
          if (applied != null
              && (found == null || (!found.exact() && applied.exact()))
              && agrees(applied, values)) {
            found = applied;
          }
        }
      }
    }
    return found;
  }

  /** The factor, the summand and the slope with which an activation has the values at 0, 1, -1. */
  private static @Nullable Applied fit(
      Activation activation, boolean mirrored, double[] anchors, ElementType type) {
    double above = mirrored ? anchors[2] : anchors[1];
    double below = mirrored ? anchors[1] : anchors[2];
    LayerShape plain = LayerShape.of(1, 1, activation);
    double at0 = value(plain, 0);
    double scale = rounded((above - anchors[0]) / (value(plain, 1) - at0), type);
    if (scale == 0) {
      return null;
    }
    double shift = rounded(anchors[0] - scale * at0, type);
    double slope = activation.defaultSlope();
    if (activation.takesSlope()) {
      double unit = value(plain, -1) / plain.slope();
      slope = digits((below - anchors[0]) / scale / unit, type);
      if (!(slope >= Activation.LEAST_SLOPE && slope <= Activation.GREATEST_SLOPE)) {
        return null;
      }
    }
    return new Applied(activation, slope, mirrored, scale, shift);
  }

  /** A number of which the file has no more digits than a float, or nearly none. */
  private static double rounded(double value, ElementType type) {
    double coarse = Math.rint(value * 1024) / 1024;
    if (Math.abs(value - coarse) < 1e-6) {
      return coarse;
    }
    return digits(value, type);
  }

  /** A number with the digits of its type. */
  private static double digits(double value, ElementType type) {
    return type == ElementType.DOUBLE ? value : ActivationNodes.decimal((float) value);
  }

  private static boolean agrees(Applied applied, double[] values) {
    LayerShape shape = LayerShape.of(1, 1, applied.activation());
    shape = shape.activation().takesSlope() ? shape.slope(applied.slope()) : shape;
    for (int i = 0; i < POINTS.length; i++) {
      double z = POINTS[i];
      if (!Double.isFinite(values[i])) {
        if (Math.abs(z) < OVERFLOWS) {
          return false;
        }
        continue;
      }
      double ours = applied.scale() * value(shape, applied.mirrored() ? -z : z) + applied.shift();
      double room = SAME * Math.max(1, Math.max(Math.abs(ours), Math.abs(applied.scale())));
      if (!(Math.abs(ours - values[i]) <= room)) {
        return false;
      }
    }
    return true;
  }

  /** f(z) in double. */
  private static double value(LayerShape shape, double z) {
    Loss loss =
        shape.activation() == Activation.SIGMOID
            ? Loss.BINARY_CROSS_ENTROPY
            : Loss.MEAN_SQUARED_ERROR;
    ReferenceNetwork one = new ReferenceNetwork(NetworkShape.of(loss, Precision.DOUBLE, shape));
    one.weights(1)[0][0] = 1;
    return one.forward(new double[] {z})[0];
  }

  private static double[] points() {
    double[] points = new double[2 * (240 + 58)];
    int at = 0;
    for (int i = 0; i < 240; i++) {
      points[at++] = (i + 0.37) / 24;
      points[at++] = -(i + 0.37) / 24;
    }
    for (int e = -18; e < 40; e++) {
      points[at++] = 1.3 * Math.scalb(1.0, e);
      points[at++] = -1.3 * Math.scalb(1.0, e);
    }
    return points;
  }
}

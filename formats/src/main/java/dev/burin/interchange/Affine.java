package dev.burin.interchange;

import dev.burin.file.MalformedFileException;
import java.util.Arrays;
import java.util.Locale;

/**
 * A factor and a shift for each value, {@code a[j] = scale[j] a'[j] + shift[j]}, on the way into a
 * layer.
 *
 * @param places where it comes from in the file
 * @param scale {@code [width]}
 * @param shift {@code [width]}
 */
record Affine(String places, double[] scale, double[] shift) {

  /** The widest last layer that is added for a normalisation: its weights are mostly 0. */
  private static final int WIDEST_DIAGONAL = 256;

  /** Whether it is a bias and nothing more. */
  boolean onlyShifts() {
    return Arrays.stream(scale).allMatch(factor -> factor == 1);
  }

  /** Whether it leaves all numbers as they are. */
  boolean changesNothing() {
    return onlyShifts() && Arrays.stream(shift).allMatch(summand -> summand == 0);
  }

  /** This, and then another. */
  Affine then(Affine next) {
    double[] both = new double[scale.length];
    double[] shifts = new double[scale.length];
    for (int j = 0; j < both.length; j++) {
      both[j] = next.scale[j] * scale[j];
      shifts[j] = next.scale[j] * shift[j] + next.shift[j];
    }
    return new Affine(places + " and " + next.places, both, shifts);
  }

  /** Folds it into the layer before, whose sums it changes: W = scale W, b = scale b + shift. */
  void after(DenseLayer layer) {
    for (int j = 0; j < layer.out(); j++) {
      for (int k = 0; k < layer.in(); k++) {
        layer.weights()[j * layer.in() + k] *= scale[j];
      }
      layer.bias()[j] = layer.bias()[j] * scale[j] + shift[j];
    }
  }

  /** Folds it into the layer that follows, whose inputs it makes: b = b + W shift, W = W scale. */
  void before(DenseLayer layer) {
    for (int j = 0; j < layer.out(); j++) {
      double shifted = 0;
      for (int k = 0; k < layer.in(); k++) {
        int at = j * layer.in() + k;
        shifted = Math.fma(layer.weights()[at], shift[k], shifted);
        layer.weights()[at] *= scale[k];
      }
      layer.bias()[j] += shifted;
    }
  }

  /** The weights of a layer that does nothing else. */
  double[] diagonal(String file) throws MalformedFileException {
    int n = scale.length;
    if (n > WIDEST_DIAGONAL) {
      throw new MalformedFileException(
          file,
          places,
          String.format(Locale.ROOT, "it scales %d outputs after the last activation", n),
          "it before an activation or a layer, or at most " + WIDEST_DIAGONAL + " outputs");
    }
    double[] weights = new double[n * n];
    for (int j = 0; j < n; j++) {
      weights[j * n + j] = scale[j];
    }
    return weights;
  }
}

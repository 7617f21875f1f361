package dev.burin.npz;

import dev.burin.data.npy.NpyArray;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of one layer, which lie in one of two ways.
 *
 * @param name what the matrix is called in the file
 * @param matrix the weights, of two dimensions
 * @param vector the biases, or null where the file has none
 */
record NpzLayer(String name, NpyArray matrix, @Nullable NpyArray vector) {

  int in(WeightLayout layout) {
    return matrix.shape().get(layout == WeightLayout.IN_OUT ? 0 : 1);
  }

  int out(WeightLayout layout) {
    return matrix.shape().get(layout == WeightLayout.IN_OUT ? 1 : 0);
  }

  /** Whether the weights are a matrix and the biases, if there are any, a row or a column. */
  boolean sound() {
    boolean row =
        vector == null
            || (vector.shape().size() <= 2
                && vector.shape().stream().filter(length -> length != 1).count() <= 1);
    return row && matrix.shape().size() == 2 && matrix.size() > 0;
  }

  /** Whether the layer gives one number for each bias. */
  boolean fits(WeightLayout layout) {
    return vector == null || vector.size() == out(layout);
  }

  /** The weight from input k to output j. */
  double weight(WeightLayout layout, int j, int k) {
    int columns = matrix.shape().get(1);
    return matrix.value(layout == WeightLayout.IN_OUT ? k * columns + j : j * columns + k);
  }

  double bias(int j) {
    return vector == null ? 0 : vector.value(j);
  }
}

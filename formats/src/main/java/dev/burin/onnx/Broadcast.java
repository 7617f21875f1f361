package dev.burin.onnx;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * Two operands of different shapes: the dimensions are matched from the last, and 1 is stretched.
 */
final class Broadcast {

  private Broadcast() {}

  static Tensor apply(Tensor a, Tensor b, DoubleBinaryOperator operation) {
    int rank = Math.max(a.rank(), b.rank());
    int[] dims = new int[rank];
    for (int i = 1; i <= rank; i++) {
      int ofA = i <= a.rank() ? a.dim(-i) : 1;
      int ofB = i <= b.rank() ? b.dim(-i) : 1;
      if (ofA != ofB && ofA != 1 && ofB != 1) {
        throw new IllegalArgumentException(a + " and " + b + " do not fit.");
      }
      dims[rank - i] = ofA == 1 ? ofB : ofA;
    }
    int count = Tensor.count(dims);
    double[] values = new double[count];
    if (Arrays.equals(a.dims(), b.dims())) {
      for (int i = 0; i < count; i++) {
        values[i] = operation.applyAsDouble(a.values()[i], b.values()[i]);
      }
      return a.with(dims, values);
    }
    int[] at = new int[rank];
    for (int i = 0; i < count; i++) {
      values[i] = operation.applyAsDouble(element(a, at), element(b, at));
      for (int d = rank - 1; d >= 0 && ++at[d] == dims[d]; d--) {
        at[d] = 0;
      }
    }
    return a.with(dims, values);
  }

  private static double element(Tensor tensor, int[] at) {
    int index = 0;
    int before = at.length - tensor.rank();
    for (int d = 0; d < tensor.rank(); d++) {
      int dim = tensor.dims()[d];
      index = index * dim + (dim == 1 ? 0 : at[before + d]);
    }
    return tensor.values()[index];
  }
}

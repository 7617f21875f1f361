package dev.burin.onnx;

import java.util.Arrays;

/**
 * Numbers with a shape. All types are kept as doubles, which hold everything but whole numbers
 * beyond 2^53 as it is.
 *
 * @param name where the numbers come from: the name of an initializer or of a value
 * @param type the type in the file
 * @param dims the dimensions, none for a single number
 * @param values the numbers, row-major; nobody writes into them
 */
record Tensor(String name, ElementType type, int[] dims, double[] values) {

  Tensor {
    if (count(dims) != values.length) {
      throw new IllegalArgumentException(
          "The shape " + Arrays.toString(dims) + " is given to " + values.length + " numbers.");
    }
  }

  /** The number of elements of a shape that was found small enough. */
  static int count(int[] dims) {
    int count = 1;
    for (int dim : dims) {
      count = Math.multiplyExact(count, dim);
    }
    return count;
  }

  int rank() {
    return dims.length;
  }

  /** Dimension i, counted from the end where i is negative. */
  int dim(int i) {
    return dims[i < 0 ? dims.length + i : i];
  }

  /** The same numbers in another shape. */
  Tensor shaped(int... other) {
    return new Tensor(name, type, other, values);
  }

  /** Other numbers and another shape of the same origin and type. */
  Tensor with(int[] otherDims, double[] others) {
    return new Tensor(name, type, otherDims, others);
  }

  /** The same under another name. */
  Tensor named(String other) {
    return new Tensor(other, type, dims, values);
  }

  /** Whole numbers, as a shape or axes are. */
  int[] ints() {
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, values[i]));
    }
    return ints;
  }

  /** The shape in words. */
  String shape() {
    return Arrays.toString(dims).replace(" ", "");
  }

  @Override
  public String toString() {
    return name + " " + type + shape();
  }
}

package dev.burin.onnx;

import java.util.Arrays;

/**
 * A value that depends on the input: for each sample the same numbers, whatever the others are.
 *
 * @param name the name of the value
 * @param type the type of its elements
 * @param dims the dimensions of one sample, without that of the batch
 */
record Rows(String name, ElementType type, int[] dims) {

  /** The numbers of one sample. */
  int width() {
    return Tensor.count(dims);
  }

  /** The numbers of one sample if they lie in one dimension, or in others of 1 beside it. */
  boolean flat() {
    return dims.length > 0 && dims[dims.length - 1] == width();
  }

  /** The same numbers under another name. */
  Rows named(String other) {
    return new Rows(other, type, dims);
  }

  /** The same numbers in another shape. */
  Rows shaped(String other, int... otherDims) {
    return new Rows(other, type, otherDims);
  }

  /** The same numbers in another type. */
  Rows cast(String other, ElementType otherType) {
    return new Rows(other, otherType, dims);
  }

  /** The shape in words. */
  String shape() {
    return dims.length == 0 ? "[n]" : "[n," + Arrays.toString(dims).substring(1).replace(" ", "");
  }
}

package dev.burin.safetensors;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The numbers of one tensor, picked out of an array when they are written: nothing is copied before
 * that.
 *
 * @param name what the tensor is called
 * @param type of what type its elements are
 * @param shape the lengths, the slowest first
 * @param length the number of elements
 * @param source where they come from
 */
public record Numbers(String name, TensorType type, List<Long> shape, int length, Source source) {

  /** Where numbers come from. */
  @FunctionalInterface
  public interface Source {

    /** Puts element i. */
    void put(int i, ByteBuffer to);
  }

  /** Copies the shape. */
  public Numbers {
    shape = List.copyOf(shape);
  }

  /** Element i is {@code values[at(i)]}. */
  public static Numbers floats(
      String name, List<Long> shape, int length, float[] values, IntUnaryOperator at) {
    return new Numbers(
        name, TensorType.F32, shape, length, (i, to) -> to.putFloat(values[at.applyAsInt(i)]));
  }

  /** Element i is {@code values[at(i)]}. */
  public static Numbers doubles(
      String name, List<Long> shape, int length, double[] values, IntUnaryOperator at) {
    return new Numbers(
        name, TensorType.F64, shape, length, (i, to) -> to.putDouble(values[at.applyAsInt(i)]));
  }
}

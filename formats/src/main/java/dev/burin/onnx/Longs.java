package dev.burin.onnx;

import java.util.Arrays;

/** A list of numbers that grows as they are read. */
final class Longs {

  private long[] values = new long[4];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.addExact(size, Math.max(4, size / 2)));
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}

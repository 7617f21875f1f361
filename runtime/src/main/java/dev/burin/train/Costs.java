package dev.burin.train;

import java.util.Arrays;

/** The costs of epochs: room for those that have been, not for all that are planned. */
final class Costs {

  private double[] values = new double[16];
  private int size;

  void add(double cost) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = cost;
  }

  /** All costs are these. */
  void set(double[] all) {
    values = Arrays.copyOf(all, Math.max(16, all.length));
    size = all.length;
  }

  double[] toArray() {
    return Arrays.copyOf(values, size);
  }
}

package dev.burin.data;

import java.util.Arrays;

/** The rows of two parts; nobody writes to either array. */
record Cut(int[] train, int[] test) {

  /** The first rows of an order and the rest of it. */
  static Cut at(int[] order, int cut) {
    return new Cut(Arrays.copyOf(order, cut), Arrays.copyOfRange(order, cut, order.length));
  }
}

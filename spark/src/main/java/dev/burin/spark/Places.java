package dev.burin.spark;

import java.io.Serializable;

/**
 * Where an order puts each row: what an executor needs to send its samples on. A row may be there
 * more than once, or not at all.
 *
 * @param starts {@code [rows + 1]}: where the places of each row begin in the other array
 * @param places the places of all rows, those of a row ascending
 */
record Places(int[] starts, int[] places) implements Serializable {

  /** The places of an order: {@code order[i]} is the row at place i. */
  static Places of(int[] order, int rows) {
    int[] starts = new int[rows + 1];
    for (int row : order) {
      starts[row + 1]++;
    }
    for (int row = 0; row < rows; row++) {
      starts[row + 1] += starts[row];
    }
    int[] next = starts.clone();
    int[] places = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      places[next[order[place]]++] = place;
    }
    return new Places(starts, places);
  }
}

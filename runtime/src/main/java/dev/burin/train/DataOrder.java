package dev.burin.train;

/** The order of the data, in every epoch. */
record DataOrder() implements Order {

  @Override
  public void fill(int[] order, int epoch) {
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  @Override
  public String toString() {
    return "in the order of the data";
  }
}

package dev.burin.io;

import dev.burin.shape.LayerLayout;

/** Cuts elements of a tensor into runs that lie evenly in the parameters of a network. */
final class Runs {

  private Runs() {}

  /** What is done with a run. */
  @FunctionalInterface
  interface Run {

    /**
     * Takes elements whose parameters are at {@code at}, {@code at + step}, ...
     *
     * @param from the first of them, counted from the first of all
     */
    void take(int at, int step, int from, int count);
  }

  /**
   * Visits elements in their order.
   *
   * @param transposed whether weights lie {@code [in][out]}
   * @param first the first element
   */
  static void of(Slot slot, boolean transposed, int first, int count, Run run) {
    LayerLayout layer = slot.layer();
    if (slot.bias()) {
      run.take(layer.bias(first), 1, 0, count);
    } else if (transposed) {
      columns(layer, first, count, run);
    } else {
      rows(layer, first, count, run);
    }
  }

  private static void rows(LayerLayout layer, int first, int count, Run run) {
    int done = 0;
    while (done < count) {
      int j = (first + done) / layer.in();
      int k = (first + done) % layer.in();
      int length = Math.min(layer.in() - k, count - done);
      int step = layer.inputStep(j);
      run.take(layer.weight(j, k), step, done, length);
      done += length;
    }
  }

  private static void columns(LayerLayout layer, int first, int count, Run run) {
    int done = 0;
    while (done < count) {
      int k = (first + done) / layer.out();
      int j = (first + done) % layer.out();
      int length = Math.min(layer.endOfPanel(j) - j, count - done);
      run.take(layer.weight(j, k), layer.outputStep(), done, length);
      done += length;
    }
  }
}

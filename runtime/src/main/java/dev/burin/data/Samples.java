package dev.burin.data;

/**
 * What a training reads: samples by their row, each with its inputs and the outputs that are
 * wanted. {@link Dataset} is the one in memory; an implementation of one's own may read a file.
 *
 * <p>Samples do not change while they are read, and several threads may copy at the same time. A
 * sample is the same numbers whenever it is copied: a training copies each as often as it needs it
 * and keeps none.
 */
public interface Samples {

  /** The number of samples, 0 or more. */
  int size();

  /** The numbers that go into the network for each sample, 1 or more. */
  int inputs();

  /** The numbers that are wanted of the network for each sample, 1 or more. */
  int outputs();

  /**
   * Copies the samples {@code rows[from]} to {@code rows[from + count - 1]}.
   *
   * @param rows row numbers, in any order; one may be there more than once
   * @param x where the inputs go, {@code [count][inputs]} from {@code xAt} on, row-major
   * @param y where the wanted outputs go, {@code [count][outputs]} from {@code yAt} on, row-major
   * @throws IndexOutOfBoundsException if there are no such places, or there is no such row; nothing
   *     is copied
   * @throws IllegalArgumentException if an array is too short; nothing is copied
   */
  void copy(int[] rows, int from, int count, float[] x, int xAt, float[] y, int yAt);

  /**
   * Copies samples in double; otherwise as {@link #copy(int[], int, int, float[], int, float[],
   * int)}.
   */
  void copy(int[] rows, int from, int count, double[] x, int xAt, double[] y, int yAt);

  /** Copies samples to the beginning of both arrays. */
  default void copy(int[] rows, int from, int count, float[] x, float[] y) {
    copy(rows, from, count, x, 0, y, 0);
  }

  /** Copies samples to the beginning of both arrays, in double. */
  default void copy(int[] rows, int from, int count, double[] x, double[] y) {
    copy(rows, from, count, x, 0, y, 0);
  }

  /** How much each sample counts; all the same, unless an implementation says otherwise. */
  default SampleWeights weights() {
    return SampleWeights.none();
  }

  /**
   * These rows in this order, without a copy of them; a row may be named more than once.
   *
   * @param rows row numbers; the array is copied
   * @throws IndexOutOfBoundsException if there is no such row
   */
  default Samples view(int[] rows) {
    return new SamplesView(this, Checks.chosen(rows, size()));
  }
}

package dev.burin.kernel;

/**
 * The samples of a batch, which are read a few at a time, right before they are used: a batch of
 * any size takes room for a chunk of it, and what lies in memory as bytes is widened where it is
 * needed.
 */
@FunctionalInterface
public interface FloatBatch {

  /**
   * Writes the samples {@code from} to {@code to - 1} of the batch, counted from 0. Each is read
   * once for each cost or gradient; several threads read different samples at the same time.
   *
   * @param x receives the inputs, {@code [to - from][in]} from {@code xAt} on, row-major
   * @param y receives the targets, {@code [to - from][out]} from {@code yAt} on, row-major
   */
  void read(int from, int to, float[] x, int xAt, float[] y, int yAt);

  /**
   * How much each sample of the batch counts, as in {@link FloatTraining#gradient(float[], float[],
   * float[], int)}: at least as many as there are samples, or none where all count the same.
   */
  default float[] weights() {
    return FloatRowWeights.NONE;
  }
}

package dev.burin.kernel;

/** How many rows are worked on together, from the shape alone. */
final class Chunks {

  /**
   * The rows that pass through all layers together, in inference and in training: divisible by the
   * tallest tile of every machine, few enough for 784 inputs of each to stay in a second cache.
   */
  static final int PASS_ROWS = 168;

  /** The elements of activations and gradients that a training chunk may hold. */
  private static final int TRAINING_ELEMENTS = 4_000_000;

  private Chunks() {}

  /**
   * A multiple of the shard, so that chunks never cut one, large enough to share among threads and
   * small enough for caches.
   */
  static int trainingRows(ParameterLayout layout, int batch) {
    long perRow = layout.layers().stream().mapToLong(layer -> 2L * layer.rowStride()).sum();
    long most = Math.clamp(TRAINING_ELEMENTS / (perRow * FloatKernels.SHARD), 1, 8);
    long wanted = (batch + FloatKernels.SHARD - 1L) / FloatKernels.SHARD;
    return (int) Math.min(wanted, most) * FloatKernels.SHARD;
  }
}

package dev.burin.kernel;

/** How many rows are worked on together, from the shape alone. */
final class Chunks {

  /** Rows of an inference chunk: divisible by every tile height that the planner uses. */
  private static final int INFERENCE_ROWS = 168;

  /** The elements of activations and gradients that a training chunk may hold. */
  private static final int TRAINING_ELEMENTS = 4_000_000;

  private Chunks() {}

  static int inferenceRows(ParameterLayout layout) {
    return INFERENCE_ROWS;
  }

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

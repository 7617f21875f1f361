package dev.burin.kernel;

import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import dev.burin.shape.Storage;

/**
 * How many rows are worked on together, from the shape alone; for the rooms of the runtime and not
 * for users.
 */
public final class Chunks {

  /**
   * The rows that pass through all layers together, in inference and in training: divisible by the
   * tallest tile of every machine, few enough for 784 inputs of each to stay in a second cache.
   */
  public static final int PASS_ROWS = 168;

  /**
   * The elements of activations that a pass may hold: 168 rows of some 24,000 neurons; wider
   * networks have fewer rows, at the least one.
   */
  private static final int PASS_ELEMENTS = 4_000_000;

  /**
   * The share of the parameters' memory that room for a whole pass may take without being asked
   * for: 6 of 101 MB for 1024-4096-4096-1024, whose batches of 8 took 2 to 3 % longer in short
   * arrays, which no collector puts at the start of a region (Zen 3, means of three JVMs in turns
   * with the old tree: 1.008 in short arrays, 0.981 in whole ones, 0.981 beside itself).
   */
  private static final int ROOM_SHARE = 8;

  /** The longest chunk of several threads. */
  private static final int MOST_SHARDS = 8;

  /** Multiply-adds of a forward pass for each of several threads between two meetings. */
  private static final long WORTH_A_MEETING = 4_000_000;

  /**
   * The multiply-adds for each thread from which on a piece of a training step is shared, some 300
   * us: a step has three or four pieces, and for each a thread may have to be waked.
   */
  public static final long WORTH_A_THREAD = 8_000_000;

  /** The elements of activations and gradients that a training chunk may hold. */
  private static final int TRAINING_ELEMENTS = 4_000_000;

  private Chunks() {}

  /** The rows of a pass of inference. */
  public static int passRows(ParameterLayout layout) {
    return Math.clamp(PASS_ELEMENTS / perRow(layout), 1, PASS_ROWS);
  }

  /**
   * The rows to make room for, when some are needed: a few sizes, so that batches share them, and a
   * whole pass where that is little beside the parameters.
   */
  public static int roomFor(int rows, ParameterLayout layout) {
    int few = 2 * Integer.highestOneBit(Math.max(1, rows - 1));
    long little = layout.length() / ROOM_SHARE / perRow(layout);
    int most = passRows(layout);
    return little >= most ? most : Math.min(most, few);
  }

  private static long perRow(ParameterLayout layout) {
    LayerLayout last = layout.layers().getLast();
    long sums = last.storage() == Storage.ROWS ? (long) last.out() * FloatRows.LANES : 0;
    return sums + layout.layers().stream().mapToLong(LayerLayout::rowStride).sum();
  }

  /**
   * A multiple of the shard, so that chunks never cut one, or a batch that is shorter. A thread
   * works on a shard at a time, whose samples are still in a second cache when B4 reads them again;
   * but several threads meet twice in a chunk, so that those of small networks have more to do in
   * between.
   */
  public static int trainingRows(ParameterLayout layout, int batch, int threads) {
    if (threads == 1 || batch < FloatKernels.SHARD) {
      return Math.min(batch, FloatKernels.SHARD);
    }
    long perShard = layout.shape().multiplyAdds() * FloatKernels.SHARD;
    long wanted = threads * (1 + WORTH_A_MEETING / perShard);
    long perRow = layout.layers().stream().mapToLong(layer -> 2L * layer.rowStride()).sum();
    long most = Math.clamp(TRAINING_ELEMENTS / (perRow * FloatKernels.SHARD), 1, MOST_SHARDS);
    long all = (batch + FloatKernels.SHARD - 1L) / FloatKernels.SHARD;
    return (int) Math.min(all, Math.min(wanted, most)) * FloatKernels.SHARD;
  }
}

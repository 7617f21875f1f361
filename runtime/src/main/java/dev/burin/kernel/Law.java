package dev.burin.kernel;

/**
 * The order of every sum, as numbers: what docs/numerics.md says and the plain twin does. The same
 * parameters and samples give the same bits wherever this law is kept.
 */
public final class Law {

  /**
   * The number of this law. Another number means other bits of costs and gradients of long batches
   * and of wide layers, from the same parameters; parameters themselves belong to no law.
   */
  public static final int NUMBER = 2;

  /** Samples whose gradients are added one after the other, from 0. */
  public static final int SHARD = 128;

  /**
   * Shards whose sums are added one after the other, from 0, to the total of a block; totals of
   * blocks are joined in a {@code BlockTree}. See docs/plan.md for the number.
   */
  public static final int SHARDS_PER_BLOCK = 32;

  /** Samples of a block. */
  public static final int BLOCK = SHARD * SHARDS_PER_BLOCK;

  /**
   * Products of a piece of a long sum: of F1 over inputs, of B2 over outputs. See docs/plan.md for
   * the number.
   */
  public static final int PIECE = 256;

  /** The products from which on a sum is cut into pieces. */
  public static final int LONG_SUM = 1_024;

  private Law() {}

  /** Whether a sum of so many products is cut into pieces. */
  public static boolean cuts(int products) {
    return products >= LONG_SUM;
  }

  /** The products of a long sum that fill whole pieces; what is left is a shorter one. */
  public static int whole(int products) {
    return products - products % PIECE;
  }

  /** The blocks of a batch; the last may be shorter. */
  public static int blocks(int samples) {
    return (int) ((samples + BLOCK - 1L) / BLOCK);
  }
}

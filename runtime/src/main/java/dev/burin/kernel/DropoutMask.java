package dev.burin.kernel;

/**
 * D1 and D2: which inputs of a layer are dropped in one training step. A hash of the seed, the
 * step, the layer, the row in the batch and the unit says so, and nothing else: the mask is the
 * same on every machine and width, however rows are shared among threads or a batch is cut, and
 * nothing of it has to be stored for the backward pass, or saved to resume a training.
 *
 * <p>One object says of which seed and step the rows of a workspace are, and where in their batch
 * they begin; where it says nothing, nothing is dropped.
 */
public final class DropoutMask {

  /** Half the hashes, the finest share there is: {@code 2^-31} is the least step of a rate. */
  private static final double HASHES = 0x1p31;

  private boolean drops;
  private long seed;
  private long step;
  private long first;

  /** A mask that drops nothing. */
  public DropoutMask() {}

  /** From now on nothing is dropped. */
  public void keepAll() {
    drops = false;
  }

  /**
   * From now on inputs are dropped.
   *
   * @param first the number of the workspace's first row in its batch
   */
  public void draw(long seed, long step, long first) {
    this.drops = true;
    this.seed = seed;
    this.step = step;
    this.first = first;
  }

  /** Whether anything is dropped at all. */
  public boolean drops() {
    return drops;
  }

  /** What the hashes of a row of the workspace begin with. */
  public long row(int layer, int row) {
    return row(seed, step, layer, first + row);
  }

  /**
   * What the hashes of a row begin with: each number is mixed into all bits before the next is
   * added, so that no two of them can make up for each other.
   */
  private static long row(long seed, long step, int layer, long row) {
    return mixed(mixed(mixed(mixed(seed) + step) + layer) + row);
  }

  /** The last steps of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Generators). */
  private static long mixed(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Below which of the 2^31 hashes an input is dropped. */
  public static int limit(double rate) {
    return (int) Math.min(Math.rint(rate * HASHES), Integer.MAX_VALUE);
  }

  /** What a kept input is multiplied with, so that the sums expect what they get in inference. */
  public static double scale(double rate) {
    return 1 / (1 - rate);
  }

  /**
   * The hash of one unit, from 0 to 2^31 - 1: two rounds of multiplication and shift with the
   * constants of Chris Wellons' lowbias32, and half of the row's bits added in between, so that
   * rows whose other half is near do not get the same hashes in another order. {@link FloatDropout}
   * has the same operations in its loop.
   */
  private static int hash(long row, int unit) {
    int h = unit ^ (int) row;
    h ^= h >>> 16;
    h *= FIRST;
    h += (int) (row >>> 32);
    h ^= h >>> 15;
    h *= SECOND;
    h ^= h >>> 15;
    return h >>> 1;
  }

  static final int FIRST = 0x21f0aaad;
  static final int SECOND = 0x735a2d97;

  /**
   * What one input is multiplied with: 0 where it is dropped, 1/(1 - rate) where it is kept.
   *
   * @param rate the share that is dropped, from 0 to below 1
   * @param seed the seed of the training
   * @param step the number of the update, from 0
   * @param layer the number of the layer, from 1
   * @param row the number of the sample in its batch, from 0
   * @param unit the number of the input, from 0
   */
  public static double factor(double rate, long seed, long step, int layer, long row, int unit) {
    return hash(row(seed, step, layer, row), unit) < limit(rate) ? 0 : scale(rate);
  }

  @Override
  public String toString() {
    return drops
        ? "mask of seed " + seed + " and step " + step + " from row " + first
        : "mask that drops nothing";
  }
}

package dev.burin.network;

import dev.burin.kernel.Law;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * The gradients and losses of a range of neighbouring blocks of samples, joined as far as the range
 * alone can be: whole nodes of the tree of {@link Law}, at most {@code 2 log2 n} for n blocks.
 * Ranges that were computed apart, by threads or machines, are appended to each other and give the
 * bits of one process.
 *
 * <p>Of blocks from 0 on, at most {@code log2 n + 1} arrays are held. They are made when they are
 * first needed and used again after {@link #clear}. Not for several threads at once.
 */
public final class FloatPartialSums {

  private static final float[] NONE = {};

  private final int length;
  private final BlockTree tree;
  private float[][] sums = {};
  private final double[] losses = new double[BlockTree.MOST];

  /**
   * No blocks yet.
   *
   * @param length the length of a gradient, 1 or more
   * @param first the number of the first block of the range, from 0
   * @throws IllegalArgumentException if length is below 1 or first below 0
   */
  public FloatPartialSums(int length, int first) {
    if (length < 1 || first < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A gradient of %d numbers from block %d on: give 1 or more, from block 0 or later.",
              length,
              first));
    }
    this.length = length;
    this.tree = new BlockTree(first);
  }

  private FloatPartialSums(int first) {
    this.length = 0;
    this.tree = new BlockTree(first);
  }

  /**
   * No blocks yet, of which losses alone are wanted: their gradients have no numbers.
   *
   * @param first the number of the first block of the range, from 0
   * @throws IllegalArgumentException if it is negative
   */
  public static FloatPartialSums ofLosses(int first) {
    if (first < 0) {
      throw new IllegalArgumentException(
          "The range begins with block " + first + "; blocks are counted from 0.");
    }
    return new FloatPartialSums(first);
  }

  /**
   * Makes the arrays for so many blocks from 0 on, one at the least, so that none is made later.
   */
  void makeRoom(int blocks) {
    grow(BlockTree.places(blocks));
  }

  private void grow(int places) {
    int had = sums.length;
    if (had < places) {
      sums = Arrays.copyOf(sums, places);
      for (int place = had; place < places; place++) {
        sums[place] = new float[length];
      }
    }
  }

  /** The length of a gradient; 0 where losses alone are wanted. */
  public int length() {
    return length;
  }

  /** The number of the first block of the range. */
  public int first() {
    return tree.first();
  }

  /** The number of the block after the range, which {@link #add} takes next. */
  public int end() {
    return tree.end();
  }

  /** The partial sums that are held. */
  public int size() {
    return tree.size();
  }

  /**
   * The level of a partial sum: it is the sum of 2 to this power blocks.
   *
   * @param sum from 0 to {@link #size()}, exclusive
   */
  public int level(int sum) {
    return tree.level(Objects.checkIndex(sum, size()));
  }

  /**
   * The gradient of a partial sum, the array itself: to be handed over, not to be changed; empty
   * where losses alone are wanted.
   *
   * @param sum from 0 to {@link #size()}, exclusive
   */
  public float[] gradient(int sum) {
    Objects.checkIndex(sum, size());
    return length == 0 ? NONE : sums[sum];
  }

  /**
   * The sum of the losses of a partial sum.
   *
   * @param sum from 0 to {@link #size()}, exclusive
   */
  public double loss(int sum) {
    return losses[Objects.checkIndex(sum, size())];
  }

  /** Forgets all blocks and keeps the arrays. */
  public void clear() {
    tree.clear();
  }

  /**
   * Adds the total of the next block, which is copied.
   *
   * @param block {@link #end()}, since only neighbours can be joined
   * @param gradient from 0 on as many numbers as a gradient has
   * @param loss the sum of its losses
   * @throws IllegalArgumentException if it is another block, or the array is too short
   */
  public void add(int block, float[] gradient, double loss) {
    add(0, block, gradient, loss);
  }

  /**
   * Adds all blocks of the range that begins where this one ends. The other range stays as it is.
   *
   * @throws IllegalArgumentException if it begins elsewhere, or its gradients have another length
   */
  public void append(FloatPartialSums next) {
    Objects.requireNonNull(next, "The next range is null; give one.");
    if (next == this || next.first() != end()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The range begins with block %d, but block %d is next; append ranges in order.",
              next.first(),
              end()));
    }
    for (int i = 0; i < next.size(); i++) {
      add(next.tree.level(i), next.tree.index(i), next.sums[i], next.losses[i]);
    }
  }

  /**
   * Adds a partial sum of another range, which is copied: that of {@code 2^level} blocks from
   * {@link #end()} on, or of those that are left of a batch.
   *
   * @param level what {@link #level} said of it there
   * @param gradient what {@link #gradient(int)} gave
   * @param loss what {@link #loss} said
   * @throws IllegalArgumentException if no node of this level begins there, or the array is too
   *     short
   */
  public void addSum(int level, float[] gradient, double loss) {
    if (level < 0 || level >= Integer.SIZE - 1 || end() % (1 << level) != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "No partial sum of level %d begins with block %d, which is next.",
              level,
              end()));
    }
    add(level, end() >> level, gradient, loss);
  }

  private void add(int level, int index, float[] gradient, double loss) {
    checkLength(gradient);
    if ((long) index << level != end()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Block %d is next, not block %d.", end(), (long) index << level));
    }
    System.arraycopy(gradient, 0, open(), 0, length);
    int joins = close(level, index, loss);
    join(joins, 0, length);
  }

  private void checkLength(float[] gradient) {
    if (Objects.requireNonNull(gradient, "The gradient is null; give one.").length < length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The gradient has %d numbers, not the %d of this sum.",
              gradient.length,
              length));
    }
  }

  /** The array that receives the gradient of all blocks by {@link #joinAll}. */
  float[] whole() {
    return sums[0];
  }

  /** Where the gradient of the next block is to be computed, before {@link #close}. */
  float[] open() {
    grow(size() + 1);
    return sums[size()];
  }

  /** Takes the gradient that was opened and its loss; returns the joins that it makes possible. */
  int close(double loss) {
    return close(0, end(), loss);
  }

  private int close(int level, int index, double loss) {
    int place = size();
    losses[place] = loss;
    int joins = tree.add(level, index);
    for (int right = place; right > place - joins; right--) {
      losses[right - 1] += losses[right];
    }
    return joins;
  }

  /** One part of the joins after {@link #close}: numbers from..to of the last sums. */
  void join(int joins, int from, int to) {
    for (int right = size() - 1 + joins; right >= size(); right--) {
      addTo(sums[right - 1], sums[right], from, to);
    }
  }

  /** One part of the last joins, those of nodes that lack their right half: into the first sum. */
  void joinAll(int from, int to) {
    for (int right = size() - 1; right > 0; right--) {
      addTo(sums[right - 1], sums[right], from, to);
    }
  }

  private static void addTo(float[] left, float[] right, int from, int to) {
    for (int i = from; i < to; i++) {
      left[i] += right[i];
    }
  }

  /** The losses of all blocks, joined. */
  double totalLoss() {
    double sum = losses[size() - 1];
    for (int left = size() - 2; left >= 0; left--) {
      sum = losses[left] + sum;
    }
    return sum;
  }

  /**
   * Joins all blocks of a batch. The partial sums stay as they are.
   *
   * @param gradient receives their gradient
   * @return the sum of their losses
   * @throws IllegalStateException if there is no block, or the range does not begin with block 0
   * @throws IllegalArgumentException if the array is too short
   */
  public double total(float[] gradient) {
    checkWhole();
    checkLength(gradient);
    System.arraycopy(sums[size() - 1], 0, gradient, 0, length);
    for (int left = size() - 2; left >= 0; left--) {
      for (int i = 0; i < length; i++) {
        gradient[i] = sums[left][i] + gradient[i];
      }
    }
    return totalLoss();
  }

  /**
   * The mean cost of the samples of all blocks, as {@link dev.burin.Loss} defines it.
   *
   * @param total what the samples count together: their number, or the sum of their weights
   * @throws IllegalStateException if there is no block, or the range does not begin with block 0
   */
  public double mean(NetworkShape shape, double total) {
    checkWhole();
    return totalLoss() * Losses.mean(shape, total);
  }

  private void checkWhole() {
    if (first() != 0 || size() == 0) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "The range holds %s from block %d on; a batch is all its blocks from 0 on.",
              size() == 0 ? "no block" : "blocks",
              first()));
    }
  }

  @Override
  public String toString() {
    return "partial sums of " + tree;
  }
}

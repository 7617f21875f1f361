package dev.burin.network;

import dev.burin.kernel.Law;
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
   * The gradient of a partial sum, the array itself: to be handed over, not to be changed.
   *
   * @param sum from 0 to {@link #size()}, exclusive
   */
  public float[] gradient(int sum) {
    return sums[Objects.checkIndex(sum, size())];
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

  private void add(int level, int index, float[] gradient, double loss) {
    if (Objects.requireNonNull(gradient, "The gradient is null; give one.").length < length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The gradient has %d numbers, not the %d of this sum.",
              gradient.length,
              length));
    }
    if ((long) index << level != end()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "Block %d is next, not block %d.", end(), (long) index << level));
    }
    System.arraycopy(gradient, 0, open(), 0, length);
    int joins = close(level, index, loss);
    join(joins, 0, length);
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
    if (first() != 0 || size() == 0) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "The range holds %s from block %d on; a batch is all its blocks from 0 on.",
              size() == 0 ? "no block" : "blocks",
              first()));
    }
    if (Objects.requireNonNull(gradient, "The gradient is null; give one.").length < length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The gradient has %d numbers, not the %d of this sum.",
              gradient.length,
              length));
    }
    System.arraycopy(sums[size() - 1], 0, gradient, 0, length);
    for (int left = size() - 2; left >= 0; left--) {
      for (int i = 0; i < length; i++) {
        gradient[i] = sums[left][i] + gradient[i];
      }
    }
    return totalLoss();
  }

  @Override
  public String toString() {
    return "partial sums of " + tree;
  }
}

package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of blocks, beside the law as docs/numerics.md writes it: a recursion over halves. */
class FloatPartialSumsTest {

  private static final int LENGTH = 5;

  private final Random random = new Random(7);

  private static float[] node(float[][] totals, int level, int index) {
    if (level == 0) {
      return totals[index];
    }
    float[] left = node(totals, level - 1, 2 * index);
    if (2L * index + 1 << level - 1 >= totals.length) {
      return left;
    }
    float[] right = node(totals, level - 1, 2 * index + 1);
    float[] sum = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      sum[i] = left[i] + right[i];
    }
    return sum;
  }

  private static double node(double[] losses, int level, int index) {
    if (level == 0) {
      return losses[index];
    }
    double left = node(losses, level - 1, 2 * index);
    return 2L * index + 1 << level - 1 >= losses.length
        ? left
        : left + node(losses, level - 1, 2 * index + 1);
  }

  private static int root(int blocks) {
    int level = 0;
    while (1 << level < blocks) {
      level++;
    }
    return level;
  }

  private FloatPartialSums range(float[][] totals, double[] losses, int from, int to) {
    FloatPartialSums sums = new FloatPartialSums(LENGTH, from);
    for (int block = from; block < to; block++) {
      sums.add(block, totals[block], losses[block]);
    }
    return sums;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 15, 16, 17, 23, 31, 32, 33, 64, 100, 127})
  void anyPartitionIntoRangesGivesTheSameBits(int blocks) {
    float[][] totals = new float[blocks][LENGTH];
    double[] losses = new double[blocks];
    for (int block = 0; block < blocks; block++) {
      losses[block] = random.nextGaussian();
      for (int i = 0; i < LENGTH; i++) {
        totals[block][i] = (float) (random.nextGaussian() * Math.pow(2, random.nextInt(20)));
      }
    }
    float[] wanted = node(totals, root(blocks), 0);
    double wantedLoss = node(losses, root(blocks), 0);
    int log = root(blocks);

    for (int owners : new int[] {1, 2, 3, 4, 7}) {
      for (int trial = 0; trial < 5; trial++) {
        FloatPartialSums all = new FloatPartialSums(LENGTH, 0);
        int from = 0;
        for (int owner = 0; owner < owners; owner++) {
          int even = (owner + 1) * blocks / owners;
          int to = owner + 1 == owners ? blocks : trial == 0 ? even : random.nextInt(from, blocks);
          FloatPartialSums range = range(totals, losses, from, Math.max(from, to));
          assertThat(range.size()).isLessThanOrEqualTo(Math.max(1, 2 * log));
          all.append(range);
          from = Math.max(from, to);
        }
        float[] gradient = new float[LENGTH];
        assertThat(all.total(gradient)).isEqualTo(wantedLoss);
        assertThat(gradient).isEqualTo(wanted);
        assertThat(all.end()).isEqualTo(blocks);
      }
    }
  }

  @Test
  void seventhBlockJoinsItsPairBeforeTheFirstFour() {
    FloatPartialSums sums = new FloatPartialSums(1, 0);
    for (int block = 0; block < 7; block++) {
      sums.add(block, new float[] {block == 0 ? 0x1p24f : 1}, 1);
    }
    assertThat(sums.size()).isEqualTo(3);
    assertThat(new int[] {sums.level(0), sums.level(1), sums.level(2)}).containsExactly(2, 1, 0);
    assertThat(sums.gradient(0)).containsExactly(0x1p24f + 2f);
    assertThat(sums.loss(0)).isEqualTo(4);
    float[] total = new float[1];
    assertThat(sums.total(total)).isEqualTo(7);
    assertThat(total[0]).isEqualTo(0x1p24f + 2f + (2f + 1f));
  }

  @Test
  void clearedRangesBeginAgain() {
    FloatPartialSums sums = new FloatPartialSums(1, 0);
    sums.add(0, new float[] {1}, 1);
    sums.clear();
    assertThat(sums.size()).isZero();
    sums.add(0, new float[] {2}, 3);
    float[] total = new float[1];
    assertThat(sums.total(total)).isEqualTo(3);
    assertThat(total).containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 15, 16, 1000})
  void blocksFromTheFirstNeedOnePlaceForEachLevel(int blocks) {
    BlockTree tree = new BlockTree(0);
    int most = 0;
    for (int block = 0; block < blocks; block++) {
      most = Math.max(most, tree.size() + 1);
      tree.add(0, block);
    }
    assertThat(most).isEqualTo(BlockTree.places(blocks));
    assertThat(most).isLessThanOrEqualTo((int) (Math.log(blocks) / Math.log(2) + 1e-9) + 1);
  }

  @Test
  void whatCannotBeJoinedIsRefused() {
    FloatPartialSums sums = new FloatPartialSums(3, 2);
    assertThatThrownBy(() -> sums.add(3, new float[3], 0)).hasMessageContaining("Block 2 is next");
    assertThatThrownBy(() -> sums.add(2, new float[2], 0)).hasMessageContaining("2 numbers");
    assertThatThrownBy(() -> sums.append(new FloatPartialSums(3, 3)))
        .hasMessageContaining("block 3, but block 2");
    assertThatThrownBy(() -> sums.total(new float[3])).hasMessageContaining("no block");
    sums.add(2, new float[3], 0);
    assertThatThrownBy(() -> sums.total(new float[3])).hasMessageContaining("from block 2 on");
    assertThatThrownBy(() -> sums.append(sums)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FloatPartialSums(0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

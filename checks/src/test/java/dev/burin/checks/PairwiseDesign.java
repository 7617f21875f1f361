package dev.burin.checks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Rows of levels in which, as far as the limit allows, any two levels of any two factors meet at
 * least once. Greedy and seeded: each row is the best of some random ones.
 */
final class PairwiseDesign {

  private static final int CANDIDATES = 60;

  private final int[] levels;
  private final Random random;
  private final Set<Long> met = new HashSet<>();
  private final List<int[]> rows = new ArrayList<>();

  /**
   * Chooses the rows.
   *
   * @param levels how many levels each factor has
   * @param limit the most rows
   */
  PairwiseDesign(int[] levels, long seed, int limit) {
    this.levels = levels.clone();
    this.random = new Random(seed);
    while (rows.size() < limit && met.size() < pairs()) {
      add();
    }
  }

  List<int[]> rows() {
    return rows;
  }

  /** How many pairs of levels the rows hold. */
  int met() {
    return met.size();
  }

  /** How many pairs of levels there are. */
  int pairs() {
    int pairs = 0;
    for (int i = 0; i < levels.length; i++) {
      for (int j = 0; j < i; j++) {
        pairs += levels[i] * levels[j];
      }
    }
    return pairs;
  }

  private void add() {
    int[] best = candidate();
    for (int i = 1; i < CANDIDATES; i++) {
      int[] other = candidate();
      if (gain(other) > gain(best)) {
        best = other;
      }
    }
    rows.add(best);
    met.addAll(pairs(best));
  }

  private int[] candidate() {
    int[] row = new int[levels.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = random.nextInt(levels[i]);
    }
    return row;
  }

  private int gain(int[] row) {
    int gain = 0;
    for (long pair : pairs(row)) {
      gain += met.contains(pair) ? 0 : 1;
    }
    return gain;
  }

  private static List<Long> pairs(int[] row) {
    List<Long> pairs = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < i; j++) {
        pairs.add(((i * 100L + j) * 1000 + row[i]) * 1000 + row[j]);
      }
    }
    return pairs;
  }
}

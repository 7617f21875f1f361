package dev.burin.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Samples in groups that no split tears apart, since samples of one group tell of each other;
 * {@link Dataset#grouped} makes one.
 */
public final class Grouped {

  private final Dataset samples;
  private final int[] groups;

  Grouped(Dataset samples, int[] groups) {
    this.samples = samples;
    this.groups = Checks.given(groups, "array of groups").clone();
    if (groups.length != samples.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %d groups for %d samples; give the group of each sample.",
              groups.length,
              samples.size()));
    }
  }

  /**
   * Parts for cross-validation, as {@link Dataset#folds}: the groups, the largest first and equal
   * ones shuffled, each go to the fold that has the fewest samples so far, the first of equal ones.
   *
   * @param k the number of folds, 2 to the number of groups
   * @throws IllegalArgumentException if k is out of range
   */
  public List<Split> folds(int k, long seed) {
    Map<Integer, Integer> sizes = new LinkedHashMap<>();
    for (int group : groups) {
      sizes.merge(group, 1, Integer::sum);
    }
    Folds.check(k, sizes.size(), "groups");
    List<Map.Entry<Integer, Integer>> found = List.copyOf(sizes.entrySet());
    List<Map.Entry<Integer, Integer>> largestFirst = new ArrayList<>();
    for (int place : Shuffle.permutation(found.size(), seed)) {
      largestFirst.add(found.get(place));
    }
    largestFirst.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    Map<Integer, Integer> foldOf = new LinkedHashMap<>();
    int[] filled = new int[k];
    for (Map.Entry<Integer, Integer> group : largestFirst) {
      int emptiest = 0;
      for (int f = 1; f < k; f++) {
        emptiest = filled[f] < filled[emptiest] ? f : emptiest;
      }
      filled[emptiest] += group.getValue();
      foldOf.put(group.getKey(), emptiest);
    }
    int[] fold = new int[groups.length];
    for (int row = 0; row < fold.length; row++) {
      fold[row] = foldOf.getOrDefault(groups[row], 0);
    }
    return Folds.of(samples, Shuffle.permutation(fold.length, seed), fold, k);
  }

  @Override
  public String toString() {
    return "Grouped[" + samples + "]";
  }
}

package dev.burin.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Rows in classes, dealt out so that each part has its share of every class. */
final class Strata {

  /** Some people have a class for each of a thousand samples. */
  private static final int MOST_WARNINGS = 10;

  private Strata() {}

  /** The class of each cell, numbered as they come. */
  static int[] of(Column column) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] classes = new int[column.size()];
    for (int i = 0; i < classes.length; i++) {
      if (column.isMissing(i)) {
        throw new IllegalArgumentException(
            Cell.of(column, i).place() + " is missing; leave out rows without a class.");
      }
      classes[i] = numbers.computeIfAbsent(column.text(i), text -> numbers.size());
    }
    return classes;
  }

  /** Two parts, as {@link Stratified#split} says. */
  static Cut split(int[] classes, double fraction, long seed) {
    int cut = Split.cut(fraction, classes.length);
    int[] left = shares(counts(classes), fraction, cut);
    int[] train = new int[cut];
    int[] test = new int[classes.length - cut];
    int trained = 0;
    int tested = 0;
    for (int row : Shuffle.permutation(classes.length, seed)) {
      if (left[classes[row]]-- > 0) {
        train[trained++] = row;
      } else {
        test[tested++] = row;
      }
    }
    return new Cut(train, test);
  }

  /**
   * The fold of each row, as {@link Stratified#folds} says.
   *
   * @param order all rows, shuffled
   */
  static int[] folds(int[] classes, int k, int[] order) {
    Folds.check(k, classes.length, "samples");
    int[] counts = counts(classes);
    warn(counts, k);
    // The classes are dealt out one after the other, as cards are.
    int[] next = new int[counts.length];
    for (int c = 1; c < counts.length; c++) {
      next[c] = next[c - 1] + counts[c - 1];
    }
    int[] fold = new int[classes.length];
    for (int row : order) {
      fold[row] = next[classes[row]]++ % k;
    }
    return fold;
  }

  private static int[] counts(int[] classes) {
    int[] counts = new int[1 + Arrays.stream(classes).max().orElse(0)];
    for (int c : classes) {
      counts[c]++;
    }
    return counts;
  }

  /** The samples of each class that train, {@code cut} together. */
  private static int[] shares(int[] counts, double fraction, int cut) {
    int[] shares = new int[counts.length];
    double[] lost = new double[counts.length];
    int given = 0;
    for (int c = 0; c < counts.length; c++) {
      shares[c] = (int) (fraction * counts[c]);
      lost[c] = fraction * counts[c] - shares[c];
      given += shares[c];
    }
    for (; given < cut; given++) {
      int most = 0;
      for (int c = 1; c < lost.length; c++) {
        most = lost[c] > lost[most] ? c : most;
      }
      shares[most]++;
      lost[most] -= 1;
    }
    return shares;
  }

  private static void warn(int[] counts, int k) {
    int warned = 0;
    for (int c = 0; c < counts.length && warned < MOST_WARNINGS; c++) {
      if (counts[c] > 0 && counts[c] < k) {
        warned++;
        Warnings.log(
            String.format(
                Locale.ROOT,
                "Class %d has %d samples, fewer than %d folds: some test parts have none of it.",
                c,
                counts[c],
                k));
      }
    }
  }
}

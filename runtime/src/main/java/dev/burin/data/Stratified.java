package dev.burin.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Samples that are split so that each part has its share of every class; {@link
 * Dataset#stratified()} makes one. Classes are one-hot targets, or a single column of 0 and 1.
 *
 * @param samples the samples
 */
public record Stratified(Dataset samples) {

  /** Checks that there are samples. */
  public Stratified {
    Objects.requireNonNull(samples, "The samples are null; give a Dataset.");
  }

  /**
   * A part for training and one for testing, each in the order of {@link Shuffle#permutation}. The
   * training part of a class has its share rounded down or up, so that all together are {@code
   * Math.round(fraction * size())}: the classes that lose most by rounding down are rounded up.
   *
   * @param fraction the share of the training part, above 0 and below 1
   * @throws IllegalArgumentException if the fraction is out of range or leaves a part empty, or if
   *     a row of the targets names no class
   */
  public Split split(double fraction, long seed) {
    int[] classes = Classes.of(samples.targets()).toArray();
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
    return samples.parts(train, test);
  }

  /**
   * Parts for cross-validation, as {@link Dataset#folds}, in which the samples of each class differ
   * by at most one from fold to fold, and so do all samples together. Classes with fewer samples
   * than there are folds are named in the log {@code dev.burin} as a warning.
   *
   * @param k the number of folds, 2 or more
   * @throws IllegalArgumentException if k is out of range or a row of the targets names no class
   */
  public List<Split> folds(int k, long seed) {
    int[] classes = Classes.of(samples.targets()).toArray();
    Folds.check(k, classes.length, "samples");
    int[] counts = counts(classes);
    warn(counts, k);
    // The classes are dealt out one after the other, as cards are.
    int[] next = new int[counts.length];
    for (int c = 1; c < counts.length; c++) {
      next[c] = next[c - 1] + counts[c - 1];
    }
    int[] order = Shuffle.permutation(classes.length, seed);
    int[] fold = new int[classes.length];
    for (int row : order) {
      fold[row] = next[classes[row]]++ % k;
    }
    return Folds.of(samples, order, fold, k);
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
    for (int c = 0; c < counts.length; c++) {
      if (counts[c] > 0 && counts[c] < k) {
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

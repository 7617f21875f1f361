package dev.burin.data;

import java.util.List;
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
    Cut cut = Strata.split(classes, fraction, seed);
    return samples.parts(cut.train(), cut.test());
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
    int[] order = Shuffle.permutation(classes.length, seed);
    return Folds.of(samples, order, Strata.folds(classes, k, order), k);
  }
}

package dev.burin.data;

import java.util.List;
import java.util.Objects;

/**
 * Rows that are split so that each part has its share of every class; {@link Frame#stratified}
 * makes one.
 *
 * @param frame the rows
 * @param column the name of the column of classes, texts or numbers, of which none may be missing
 */
public record StratifiedFrame(Frame frame, String column) {

  /** Checks that the column is there. */
  public StratifiedFrame {
    Objects.requireNonNull(frame, "The frame is null; give one.").column(column);
  }

  /**
   * A part for training and one for testing, as {@link Stratified#split} makes them.
   *
   * @param fraction the share of the training part, above 0 and below 1
   * @throws IllegalArgumentException if the fraction is out of range or leaves a part empty, or if
   *     a class is missing
   */
  public Frame.Parts split(double fraction, long seed) {
    return frame.parts(Strata.split(Strata.of(frame.column(column)), fraction, seed));
  }

  /**
   * Parts for cross-validation, as {@link Stratified#folds} makes them.
   *
   * @param k the number of folds, 2 or more
   * @throws IllegalArgumentException if k is out of range or a class is missing
   */
  public List<Frame.Parts> folds(int k, long seed) {
    int[] classes = Strata.of(frame.column(column));
    Folds.check(k, classes.length, "rows");
    int[] order = Shuffle.permutation(classes.length, seed);
    return frame.folds(order, Strata.folds(classes, k, order), k);
  }
}

package dev.burin.metric;

import dev.burin.data.SampleWeights;
import java.util.Arrays;

/**
 * How well scores put the samples of one class before all others: the ROC curve, the area below it
 * and the average precision. Only the order of the scores matters, and equal scores are one place.
 *
 * <p>Where a score is NaN there is no order, and all numbers are NaN.
 */
public final class Ranking {

  /** All scores that occur, descending. */
  private final double[] thresholds;

  /** The samples from each threshold on, those of the class and the others; 0 in front. */
  private final double[] positives;

  private final double[] negatives;

  private Ranking(double[] thresholds) {
    this.thresholds = thresholds;
    this.positives = new double[thresholds.length + 1];
    this.negatives = new double[thresholds.length + 1];
  }

  /**
   * Ranks.
   *
   * @param scores one for each sample, the greater the more likely it is of the class
   * @param truth the class of each sample
   * @param positive the class that is looked for
   * @param weights one for each sample, or none
   * @throws IllegalArgumentException if there is no sample that counts, or the lengths differ
   */
  public static Ranking of(double[] scores, int[] truth, int positive, SampleWeights weights) {
    Given.samples(Given.array(scores, "scores").length, weights);
    Given.same("classes", Given.array(truth, "classes").length, scores.length);
    double[] distinct = distinct(scores, weights);
    Ranking ranking = new Ranking(reversed(distinct));
    if (Double.isNaN(ranking.thresholds[0])) {
      Arrays.fill(ranking.positives, Double.NaN);
      Arrays.fill(ranking.negatives, Double.NaN);
      return ranking;
    }
    for (int i = 0; i < scores.length; i++) {
      if (weights.get(i) > 0) {
        int place = distinct.length - Arrays.binarySearch(distinct, scores[i] + 0.0);
        double[] counts = truth[i] == positive ? ranking.positives : ranking.negatives;
        counts[place] += weights.get(i);
      }
    }
    Arrays.parallelPrefix(ranking.positives, Double::sum);
    Arrays.parallelPrefix(ranking.negatives, Double::sum);
    return ranking;
  }

  /** The scores that occur, ascending, -0 as 0; NaN is the greatest. */
  private static double[] distinct(double[] scores, SampleWeights weights) {
    double[] sorted = new double[scores.length];
    int counted = 0;
    for (int i = 0; i < scores.length; i++) {
      if (weights.get(i) > 0) {
        sorted[counted++] = scores[i] + 0.0;
      }
    }
    Arrays.sort(sorted, 0, counted);
    int kept = 1;
    for (int i = 1; i < counted; i++) {
      if (sorted[i] != sorted[kept - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      reversed[i] = values[values.length - 1 - i];
    }
    return reversed;
  }

  /**
   * The area under the ROC curve: the share of pairs, one sample of the class and one other, of
   * which the first has the greater score; equal scores count half. 0 to 1, NaN where one of both
   * kinds is missing.
   */
  public double rocAuc() {
    double area = 0;
    for (int i = 1; i < positives.length; i++) {
      area += (negatives[i] - negatives[i - 1]) * ((positives[i] + positives[i - 1]) / 2);
    }
    return area / (positives[positives.length - 1] * negatives[negatives.length - 1]);
  }

  /**
   * The sum over the thresholds of the precision, times the recall that each adds, without
   * interpolation. 0 to 1, NaN where no sample is of the class.
   */
  public double averagePrecision() {
    double sum = 0;
    for (int i = 1; i < positives.length; i++) {
      sum += (positives[i] - positives[i - 1]) * (positives[i] / (positives[i] + negatives[i]));
    }
    return sum / positives[positives.length - 1];
  }

  /** The scores that occur, descending: {@code [points - 1]}, as the first point needs none. */
  public double[] thresholds() {
    return thresholds.clone();
  }

  /** The share of the other samples from each threshold on, from 0 to 1: {@code [points]}. */
  public double[] falsePositiveRates() {
    return shares(negatives);
  }

  /** The share of the samples of the class from each threshold on, 0 to 1: {@code [points]}. */
  public double[] truePositiveRates() {
    return shares(positives);
  }

  private static double[] shares(double[] counts) {
    double all = counts[counts.length - 1];
    return Arrays.stream(counts).map(count -> count / all).toArray();
  }

  @Override
  public String toString() {
    return "Ranking[ROC AUC " + Given.format(rocAuc()) + "]";
  }
}

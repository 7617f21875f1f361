package dev.burin.metric;

import dev.burin.data.SampleWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether probabilities are what they say: of the samples that got one of about 0.8, about 80 %
 * should be of the class.
 *
 * @param bins ranges of probabilities, ascending; those without a sample are left out
 */
public record Calibration(List<Bin> bins) {

  /**
   * The samples whose probability lies in one range.
   *
   * @param count the samples, or the sum of their weights
   * @param predicted the mean of their probabilities
   * @param positive the share of them that is of the class
   */
  public record Bin(double count, double predicted, double positive) {}

  /** Keeps the bins. */
  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Bins of equal width: number b, from 0, holds probabilities above {@code b/bins} up to {@code
   * (b+1)/bins}, and the first one 0 too.
   *
   * @param probabilities one for each sample, 0 to 1
   * @param truth the class of each sample
   * @param positive the class that the probabilities are for
   * @param bins their number, 1 or more
   * @param weights one for each sample, or none
   * @throws IllegalArgumentException if there is no sample that counts, the lengths differ, or a
   *     probability is none
   */
  public static Calibration uniform(
      double[] probabilities, int[] truth, int positive, int bins, SampleWeights weights) {
    double[] edges = new double[edges(bins)];
    for (int b = 0; b < edges.length; b++) {
      edges[b] = (b + 1) / (double) bins;
    }
    return of(probabilities, truth, positive, edges, weights);
  }

  /**
   * Bins of equally many samples, weights aside: the edges are the quantiles of the probabilities,
   * linear between neighbours; otherwise as {@link #uniform}.
   */
  public static Calibration quantile(
      double[] probabilities, int[] truth, int positive, int bins, SampleWeights weights) {
    double[] sorted = Given.array(probabilities, "probabilities").clone();
    Arrays.sort(sorted);
    double[] edges = new double[sorted.length == 0 ? 0 : edges(bins)];
    for (int b = 0; b < edges.length; b++) {
      double place = (b + 1) / (double) bins * (sorted.length - 1);
      int below = (int) place;
      double step = sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below];
      edges[b] = sorted[below] + step * (place - below);
    }
    return of(probabilities, truth, positive, edges, weights);
  }

  private static int edges(int bins) {
    Given.atLeast("number of bins", bins, 1);
    return bins - 1;
  }

  private static Calibration of(
      double[] p, int[] truth, int positive, double[] edges, SampleWeights weights) {
    Given.samples(Given.array(p, "probabilities").length, weights);
    Given.same("classes", Given.array(truth, "classes").length, p.length);
    double[][] sums = new double[edges.length + 1][3];
    for (int i = 0; i < p.length; i++) {
      if (!(p[i] >= 0 && p[i] <= 1)) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "The probability of sample %d is %s, not 0 to 1.", i, p[i]));
      }
      int bin = 0;
      while (bin < edges.length && p[i] > edges[bin]) {
        bin++;
      }
      sums[bin][0] += weights.get(i);
      sums[bin][1] += weights.get(i) * p[i];
      sums[bin][2] += truth[i] == positive ? weights.get(i) : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (double[] sum : sums) {
      if (sum[0] > 0) {
        bins.add(new Bin(sum[0], sum[1] / sum[0], sum[2] / sum[0]));
      }
    }
    return new Calibration(bins);
  }

  /** The mean over all samples of how far their bin is off: |positive - predicted|, 0 to 1. */
  public double expectedError() {
    double sum = 0;
    double all = 0;
    for (Bin bin : bins) {
      sum += bin.count * Math.abs(bin.positive - bin.predicted);
      all += bin.count;
    }
    return sum / all;
  }
}

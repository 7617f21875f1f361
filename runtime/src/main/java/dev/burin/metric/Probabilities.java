package dev.burin.metric;

import dev.burin.data.SampleWeights;
import dev.burin.network.Decision;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How good the probabilities of classes are, beyond the class that is answered.
 *
 * <p>A single number for each sample is the probability of class 1; otherwise there is one for each
 * class. Where a number is not from 0 to 1, what needs probabilities is NaN; rankings do not.
 */
public final class Probabilities {

  /** Costs of certain answers that are wrong stay finite: 36.04 (as scikit-learn 1.2.1). */
  private static final double LEAST = 0x1p-52;

  private final double[] p;
  private final int width;
  private final int[] truth;
  private final SampleWeights weights;
  private final double total;
  private final boolean probable;

  private Probabilities(double[] p, int width, int[] truth, SampleWeights weights) {
    this.p = p;
    this.width = width;
    this.truth = truth;
    this.weights = weights;
    double sum = 0;
    boolean all = true;
    for (int i = 0; i < truth.length; i++) {
      sum += weights.get(i);
      for (int j = 0; j < width && weights.get(i) > 0; j++) {
        all &= p[i * width + j] >= 0 && p[i * width + j] <= 1;
      }
    }
    this.total = sum;
    this.probable = all;
  }

  /**
   * Probabilities and what was true; the arrays are kept, not copied.
   *
   * @param p {@code [n][width]}, row-major
   * @param width the numbers of each sample, 1 or more
   * @param truth the class of each sample, from 0
   * @param weights one for each sample, or none
   * @throws IllegalArgumentException if there is no sample that counts, the lengths differ, or a
   *     class is out of range
   */
  public static Probabilities of(double[] p, int width, int[] truth, SampleWeights weights) {
    Given.atLeast("width", width, 1);
    Given.samples(Given.array(truth, "classes").length, weights);
    Given.same(
        "probabilities", Given.array(p, "probabilities").length, (long) truth.length * width);
    Given.classes("truth", truth, Decision.classes(width), 0);
    return new Probabilities(p, width, truth, weights);
  }

  /** The number of classes, at least 2. */
  public int classes() {
    return Decision.classes(width);
  }

  /** The probability of a class for each sample: {@code [n]}. */
  public double[] of(int c) {
    double[] column = new double[truth.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = at(i, c);
    }
    return column;
  }

  private double at(int i, int c) {
    return width > 1 ? p[i * width + c] : c == 1 ? p[i] : 1 - p[i];
  }

  /**
   * The mean of -ln of the probability of the true class, each clipped to 2^-52 from 0 and from 1
   * and then divided by the sum of its row.
   */
  public double logLoss() {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      double row = 0;
      for (int c = 0; c < classes(); c++) {
        row += clipped(i, c);
      }
      sum -= weights.get(i) > 0 ? weights.get(i) * Math.log(clipped(i, truth[i]) / row) : 0;
    }
    return probable ? sum / total : Double.NaN;
  }

  private double clipped(int i, int c) {
    return Math.clamp(at(i, c), LEAST, 1 - LEAST);
  }

  /**
   * The mean squared distance of probabilities and truth (Brier): of a single number (p - y)^2, of
   * several the sum over the classes, which is twice that for two of them.
   */
  public double brier() {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      for (int j = 0; j < width && weights.get(i) > 0; j++) {
        int c = width == 1 ? 1 : j;
        double distance = at(i, c) - (truth[i] == c ? 1 : 0);
        sum += weights.get(i) * distance * distance;
      }
    }
    return probable ? sum / total : Double.NaN;
  }

  /**
   * The share of samples whose class is among the k most probable ones, 0 to 1. Of equal
   * probabilities the lower class goes first, as in {@link Decision}: k = 1 gives the accuracy of
   * several outputs. (scikit-learn lets the higher one go first.)
   *
   * @param k 1 or more
   */
  public double topK(int k) {
    Given.atLeast("k of the top k", k, 1);
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      double own = at(i, truth[i]);
      int before = 0;
      boolean answered = true;
      for (int c = 0; c < classes(); c++) {
        double other = at(i, c);
        answered &= !Double.isNaN(other);
        before += other > own || (other == own && c < truth[i]) ? 1 : 0;
      }
      sum += answered && before < k ? weights.get(i) : 0;
    }
    return sum / total;
  }

  /** The order into which the probabilities of a class bring the samples. */
  public Ranking ranking(int c) {
    Given.classes("ranking", new int[] {c}, classes(), 0);
    return Ranking.of(of(c), truth, c, weights);
  }

  /** Bins of equal width of the probabilities of a class; see {@link Calibration#uniform}. */
  public Calibration calibration(int c, int bins) {
    return Calibration.uniform(of(c), truth, c, bins, weights);
  }

  /**
   * The area under the ROC curve of each class beside all others (one-vs-rest), averaged; two
   * classes have one area. NaN where it does not exist for one of the classes; {@link
   * Averaging#MACRO_SEEN} leaves those out.
   *
   * @throws IllegalArgumentException if the averaging is {@link Averaging#MICRO}
   */
  public double rocAuc(Averaging averaging) {
    return mean(averaging, c -> ranking(c).rocAuc());
  }

  /** The average precision of each class beside all others; otherwise as {@link #rocAuc}. */
  public double averagePrecision(Averaging averaging) {
    return mean(averaging, c -> ranking(c).averagePrecision());
  }

  private double mean(Averaging averaging, IntToDoubleFunction each) {
    if (width == 1) {
      return each.applyAsDouble(1);
    }
    double sum = 0;
    double shares = 0;
    for (int c = 0; c < width; c++) {
      double value = each.applyAsDouble(c);
      double share =
          switch (averaging) {
            case MACRO -> 1;
            case MACRO_SEEN -> Double.isNaN(value) ? 0 : 1;
            case WEIGHTED -> support(c);
            case MICRO ->
                throw new IllegalArgumentException(
                    "Rankings of classes are averaged, not put together; take MACRO or WEIGHTED.");
          };
      sum += share == 0 && averaging == Averaging.MACRO_SEEN ? 0 : share * value;
      shares += share;
    }
    return sum / shares;
  }

  private double support(int c) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      sum += truth[i] == c ? weights.get(i) : 0;
    }
    return sum;
  }

  /**
   * The area under the ROC curve of each pair of classes that samples have, among the samples of
   * both alone (one-vs-one, Hand and Till 2001), averaged: plainly, or by the share of samples that
   * the pair has. NaN where all samples have one class.
   *
   * @param byShare whether pairs count by their samples
   */
  public double rocAucOfPairs(boolean byShare) {
    double sum = 0;
    double shares = 0;
    for (int a = 0; a < classes(); a++) {
      for (int b = a + 1; b < classes(); b++) {
        if (support(a) > 0 && support(b) > 0) {
          double share = byShare ? support(a) + support(b) : 1;
          sum += share * (pair(a, b) + pair(b, a)) / 2;
          shares += share;
        }
      }
    }
    return sum / shares;
  }

  private double pair(int positive, int other) {
    int[] rows =
        IntStream.range(0, truth.length)
            .filter(i -> truth[i] == positive || truth[i] == other)
            .toArray();
    double[] scores = new double[rows.length];
    int[] classes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scores[i] = at(rows[i], positive);
      classes[i] = truth[rows[i]];
    }
    return Ranking.of(scores, classes, positive, weights.view(rows)).rocAuc();
  }

  @Override
  public String toString() {
    return "Probabilities[" + truth.length + " samples, log loss " + Given.format(logLoss()) + "]";
  }
}

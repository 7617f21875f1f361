package dev.burin.metric;

import dev.burin.data.SampleWeights;
import dev.burin.network.Decision;
import java.util.Arrays;
import java.util.Objects;

/**
 * Which classes samples have, and which they were answered with: the confusion matrix, and the
 * numbers that follow from it. With weights its cells are sums of weights.
 *
 * <p>A sample without an answer is in no cell and is wrong: it counts in the total and in the
 * support of its class.
 */
public final class Confusion {

  private final int classes;

  /** The last column is for samples without an answer. */
  private final double[][] cells;

  private Confusion(int classes) {
    this.classes = classes;
    this.cells = new double[classes][classes + 1];
  }

  /**
   * Counts.
   *
   * @param classes their number, 2 or more
   * @param truth the class of each sample, from 0
   * @param answers the class it was answered with, or {@link Decision#NONE}
   * @param weights one for each sample, or none
   * @throws IllegalArgumentException if there is no sample that counts, the lengths differ, or a
   *     class is out of range
   */
  public static Confusion of(int classes, int[] truth, int[] answers, SampleWeights weights) {
    Given.atLeast("number of classes", classes, 2);
    Given.samples(Given.array(truth, "classes").length, weights);
    Given.same("answers", Given.array(answers, "answers").length, truth.length);
    Given.classes("truth", truth, classes, 0);
    Given.classes("answer", answers, classes, Decision.NONE);
    Confusion confusion = new Confusion(classes);
    for (int i = 0; i < truth.length; i++) {
      int column = answers[i] == Decision.NONE ? classes : answers[i];
      confusion.cells[truth[i]][column] += weights.get(i);
    }
    return confusion;
  }

  /** The number of classes, at least 2. */
  public int classes() {
    return classes;
  }

  /** The samples of class {@code truth} that were answered with class {@code answer}. */
  public double at(int truth, int answer) {
    return cells[truth][Objects.checkIndex(answer, classes)];
  }

  /** The samples of a class. */
  public double support(int c) {
    return Arrays.stream(cells[c]).sum();
  }

  /** The samples that were answered with a class. */
  public double answered(int c) {
    return column(Objects.checkIndex(c, classes));
  }

  /** All samples, or the sum of their weights. */
  public double total() {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += support(c);
    }
    return sum;
  }

  /** The share of right answers, 0 to 1. */
  public double accuracy() {
    return right() / total();
  }

  /** The mean recall of the classes that samples have, 0 to 1. */
  public double balancedAccuracy() {
    double sum = 0;
    int present = 0;
    for (int c = 0; c < classes; c++) {
      sum += ratio(cells[c][c], support(c));
      present += support(c) > 0 ? 1 : 0;
    }
    return sum / present;
  }

  /** Precision, recall and F1 of one class. */
  public ClassScore of(int c) {
    return score(cells[c][c], answered(c), support(c));
  }

  /**
   * The F score of one class, in which recall counts {@code beta} times as much as precision, 0 to
   * 1 (van Rijsbergen).
   *
   * @param beta above 0; 1 gives F1
   */
  public double fBeta(int c, double beta) {
    if (!(beta > 0)) {
      throw new IllegalArgumentException("The beta of an F score is " + beta + ", not above 0.");
    }
    double b = beta * beta;
    return ratio((1 + b) * cells[c][c], answered(c) + b * support(c));
  }

  /** Precision, recall and F1 of all classes together. */
  public ClassScore mean(Averaging averaging) {
    return switch (averaging) {
      case MICRO -> {
        double answered = total() - column(classes);
        yield score(right(), answered, total());
      }
      case MACRO, MACRO_SEEN, WEIGHTED -> {
        double[] sums = new double[4];
        for (int c = 0; c < classes; c++) {
          ClassScore each = of(c);
          double share = share(c, averaging);
          sums[0] += share * each.precision();
          sums[1] += share * each.recall();
          sums[2] += share * each.f1();
          sums[3] += share;
        }
        yield new ClassScore(sums[0] / sums[3], sums[1] / sums[3], sums[2] / sums[3], total());
      }
    };
  }

  private double share(int c, Averaging averaging) {
    return switch (averaging) {
      case MACRO, MICRO -> 1;
      case MACRO_SEEN -> support(c) > 0 || answered(c) > 0 ? 1 : 0;
      case WEIGHTED -> support(c);
    };
  }

  /**
   * Matthews' correlation of truth and answer, -1 to 1; of several classes that of Gorodkin (2004).
   * 0 where all samples have one class, or all answers are one.
   */
  public double matthews() {
    double n = total();
    double truths = n * n;
    double answers = n * n - column(classes) * column(classes);
    double both = right() * n;
    for (int c = 0; c < classes; c++) {
      truths -= support(c) * support(c);
      answers -= column(c) * column(c);
      both -= support(c) * column(c);
    }
    return truths * answers > 0 ? both / Math.sqrt(truths * answers) : 0;
  }

  /** Cohen's kappa, the agreement beyond that of chance; NaN where chance alone agrees always. */
  public double kappa() {
    double n = total();
    double chance = 0;
    for (int c = 0; c < classes; c++) {
      chance += support(c) * column(c) / n;
    }
    return 1 - (n - right()) / (n - chance);
  }

  private double right() {
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += cells[c][c];
    }
    return sum;
  }

  private double column(int answer) {
    double sum = 0;
    for (double[] row : cells) {
      sum += row[answer];
    }
    return sum;
  }

  private static ClassScore score(double right, double answered, double support) {
    return new ClassScore(
        ratio(right, answered),
        ratio(right, support),
        ratio(2 * right, answered + support),
        support);
  }

  private static double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
  }

  /** The accuracy, the samples and the classes, in one line. */
  @Override
  public String toString() {
    return "Confusion[accuracy "
        + Given.format(accuracy())
        + " of "
        + total()
        + " samples, "
        + classes
        + " classes]";
  }
}

package dev.burin.metric;

import dev.burin.data.SampleWeights;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * How far answers are from numbers that were wanted. Means over samples come first, then the mean
 * over outputs, each counting the same.
 */
public final class Regression {

  /** What a truth of 0 is taken for where it is divided by (scikit-learn). */
  private static final double LEAST = 0x1p-52;

  private final double[] targets;
  private final double[] answers;
  private final int width;
  private final SampleWeights weights;
  private final double total;

  private Regression(double[] targets, double[] answers, int width, SampleWeights weights) {
    this.targets = targets;
    this.answers = answers;
    this.width = width;
    this.weights = weights;
    double sum = 0;
    for (int i = 0; i < samples(); i++) {
      sum += weights.get(i);
    }
    this.total = sum;
  }

  /**
   * What was wanted, and what was answered; the arrays are kept, not copied.
   *
   * @param targets {@code [n][width]}, row-major
   * @param answers as many
   * @param width the outputs of each sample, 1 or more
   * @param weights one for each sample, or none
   * @throws IllegalArgumentException if there is no sample that counts, or the lengths differ
   */
  public static Regression of(
      double[] targets, double[] answers, int width, SampleWeights weights) {
    Given.atLeast("width", width, 1);
    int n = Given.array(targets, "targets").length / width;
    Given.samples(n, weights);
    Given.same("targets", targets.length, (long) n * width);
    Given.same("answers", Given.array(answers, "answers").length, targets.length);
    return new Regression(targets, answers, width, weights);
  }

  /** The number of samples, those of weight 0 included. */
  public int samples() {
    return targets.length / width;
  }

  /** The number of outputs. */
  public int outputs() {
    return width;
  }

  /** The mean absolute error. */
  public double mae() {
    return overOutputs(this::mae);
  }

  /** The mean absolute error of one output. */
  public double mae(int output) {
    return mean(output, (y, a) -> Math.abs(y - a));
  }

  /** The mean squared error. */
  public double mse() {
    return overOutputs(this::mse);
  }

  private double mse(int output) {
    return mean(output, (y, a) -> (y - a) * (y - a));
  }

  /** The root of the mean squared error over all outputs. */
  public double rmse() {
    return Math.sqrt(mse());
  }

  /** The root of the mean squared error of one output. */
  public double rmse(int output) {
    return Math.sqrt(mse(output));
  }

  /** The mean over outputs of the root of their mean squared error (scikit-learn's). */
  public double meanOfRmse() {
    return overOutputs(this::rmse);
  }

  /** The mean of the error as a share of the truth, |y - a| / max(|y|, 2^-52). */
  public double mape() {
    return overOutputs(
        output -> mean(output, (y, a) -> Math.abs(y - a) / Math.max(Math.abs(y), LEAST)));
  }

  /** The greatest absolute error of all. */
  public double maxError() {
    double greatest = 0;
    for (int i = 0; i < targets.length; i++) {
      greatest =
          weights.get(i / width) > 0
              ? Math.max(greatest, Math.abs(targets[i] - answers[i]))
              : greatest;
    }
    return greatest;
  }

  /**
   * The share of the variance of the truth that answers explain: 1 - SSE/SST, around the weighted
   * mean, up to 1. A constant truth gives 1 where it is answered exactly and else 0; one sample has
   * none, which is NaN.
   */
  public double r2() {
    return overOutputs(this::r2);
  }

  /** R2 of one output. */
  public double r2(int output) {
    return counted() < 2 ? Double.NaN : explained(mse(output), variance(output));
  }

  /** R2 of all outputs, each counting by its variance. */
  public double r2ByVariance() {
    double sum = 0;
    double variances = 0;
    for (int j = 0; j < width; j++) {
      sum += variance(j) * r2(j);
      variances += variance(j);
    }
    return variances == 0 ? r2() : sum / variances;
  }

  /** As {@link #r2()}, but without the part of the error that is the same for all samples. */
  public double explainedVariance() {
    return overOutputs(
        output -> {
          double bias = mean(output, (y, a) -> y - a);
          double left = mean(output, (y, a) -> (y - a - bias) * (y - a - bias));
          return explained(left, variance(output));
        });
  }

  /** The median of the absolute error; with weights the least that half of them reach. */
  public double medianAbsoluteError() {
    return overOutputs(this::median);
  }

  private double median(int output) {
    Integer[] order = new Integer[samples()];
    Arrays.setAll(order, i -> i);
    double[] errors = new double[order.length];
    Arrays.setAll(errors, i -> Math.abs(targets[i * width + output] - answers[i * width + output]));
    Arrays.sort(order, (i, k) -> Double.compare(errors[i], errors[k]));
    int at = 0;
    double sum = weights.get(order[0]);
    while (sum < total / 2) {
      sum += weights.get(order[++at]);
    }
    boolean between = weights.isNone() && sum == total / 2;
    return between ? (errors[order[at]] + errors[order[at + 1]]) / 2 : errors[order[at]];
  }

  private double variance(int output) {
    double mean = mean(output, (y, a) -> y);
    boolean constant = mean(output, (y, a) -> y == targets[output] ? 0 : 1) == 0;
    // The mean of equal numbers may round to another one.
    return constant ? 0 : mean(output, (y, a) -> (y - mean) * (y - mean));
  }

  private static double explained(double left, double variance) {
    return variance == 0 ? (left == 0 ? 1 : 0) : 1 - left / variance;
  }

  private int counted() {
    int counted = 0;
    for (int i = 0; i < samples(); i++) {
      counted += weights.get(i) > 0 ? 1 : 0;
    }
    return counted;
  }

  private double mean(int output, DoubleBinaryOperator of) {
    double sum = 0;
    for (int i = 0; i < samples(); i++) {
      int at = i * width + output;
      double w = weights.get(i);
      sum += w > 0 ? w * of.applyAsDouble(targets[at], answers[at]) : 0;
    }
    return sum / total;
  }

  private double overOutputs(IntToDoubleFunction of) {
    double sum = 0;
    for (int j = 0; j < width; j++) {
      sum += of.applyAsDouble(j);
    }
    return sum / width;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "Regression[R2 %.4f, MAE %.6g, RMSE %.6g]", r2(), mae(), rmse());
  }
}

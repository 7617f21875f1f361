package dev.burin.data;

import java.util.Arrays;
import java.util.Locale;

/**
 * How much each sample counts; immutable. A mean over samples is the sum of weight times value over
 * the sum of the weights, in each batch: a weight of 2 is the sample twice, a weight of 0 is no
 * sample at all, and equal weights are none.
 */
public final class SampleWeights {

  private static final SampleWeights NONE = new SampleWeights(new double[0]);

  private final double[] values;

  private SampleWeights(double[] values) {
    this.values = values;
  }

  /** No weights: every sample counts 1. */
  public static SampleWeights none() {
    return NONE;
  }

  /**
   * One weight for each sample, which are copied.
   *
   * @throws IllegalArgumentException if there is none, or one is below 0, infinite or not a number
   */
  public static SampleWeights of(double... weights) {
    double[] values = Checks.given(weights, "array of weights").clone();
    if (values.length == 0) {
      throw new IllegalArgumentException("There are no weights; give one for each sample.");
    }
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0) || Double.isInfinite(values[i])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The weight of sample %d is %s; give a finite number from 0 on (samples are counted"
                    + " from 0).",
                i,
                values[i]));
      }
    }
    return new SampleWeights(values);
  }

  /**
   * Weights by which all classes count the same: {@code n / (K n_k)} for each of the {@code n_k}
   * samples of class k, with n samples and K classes that have any. They sum to n.
   *
   * @throws IllegalArgumentException if there is no label
   */
  public static SampleWeights balanced(Labels labels) {
    int[] classes = Checks.given(labels, "labels").toArray();
    int[] counts = labels.counts(1 + Arrays.stream(classes).max().orElse(0));
    long present = Arrays.stream(counts).filter(count -> count > 0).count();
    double[] weights = new double[classes.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weights.length / ((double) present * counts[classes[i]]);
    }
    return of(weights);
  }

  /** Whether every sample counts 1, for whatever number of samples. */
  public boolean isNone() {
    return values.length == 0;
  }

  /** The number of samples; 0 where {@link #isNone()}. */
  public int size() {
    return values.length;
  }

  /**
   * The weight of one sample.
   *
   * @throws IndexOutOfBoundsException if there are weights, and none for such a sample
   */
  public double get(int sample) {
    if (values.length == 0) {
      return 1;
    }
    Checks.row(sample, values.length);
    return values[sample];
  }

  /**
   * The weights of these samples in this order.
   *
   * @throws IndexOutOfBoundsException if there are weights, and none for such a sample
   */
  public SampleWeights view(int[] rows) {
    Checks.given(rows, "array of row numbers");
    if (values.length == 0 || rows.length == 0) {
      return NONE;
    }
    Checks.rows(rows, 0, rows.length, values.length);
    double[] chosen = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = values[rows[i]];
    }
    return new SampleWeights(chosen);
  }

  /** These weights and then others; nobody knows which numbers none would be. */
  SampleWeights and(SampleWeights others) {
    if (isNone() != others.isNone()) {
      throw new IllegalArgumentException(
          "Only one of both parts has weights; give the other SampleWeights too, such as 1 for each"
              + " sample.");
    }
    double[] all = Arrays.copyOf(values, values.length + others.values.length);
    System.arraycopy(others.values, 0, all, values.length, others.values.length);
    return new SampleWeights(all);
  }

  /** The number of weights and how far they go, in one line. */
  @Override
  public String toString() {
    if (values.length == 0) {
      return "SampleWeights[none]";
    }
    return String.format(
        Locale.ROOT,
        "SampleWeights[%d from %.4g to %.4g]",
        values.length,
        Arrays.stream(values).min().getAsDouble(),
        Arrays.stream(values).max().getAsDouble());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SampleWeights weights && Arrays.equals(values, weights.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}

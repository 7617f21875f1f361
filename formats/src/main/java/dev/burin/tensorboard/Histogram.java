package dev.burin.tensorboard;

import java.util.Arrays;

/** How numbers are spread, in buckets of equal width: TensorFlow's {@code HistogramProto}. */
final class Histogram {

  private static final int BUCKETS = 30;

  private Histogram() {}

  /** Whether some numbers can be put into buckets: there is one at least, and all are finite. */
  static boolean fits(double[] values) {
    return values.length > 0 && Arrays.stream(values).allMatch(Double::isFinite);
  }

  /** The message: least, greatest, number, sum, sum of squares, upper limits and counts. */
  static Message of(double[] values) {
    double least = Arrays.stream(values).min().orElseThrow();
    double greatest = Arrays.stream(values).max().orElseThrow();
    int buckets = least == greatest ? 1 : BUCKETS;
    double[] limits = new double[buckets];
    double[] counts = new double[buckets];
    for (int b = 0; b < buckets; b++) {
      double share = (b + 1) / (double) buckets;
      limits[b] = b + 1 == buckets ? greatest : least * (1 - share) + greatest * share;
    }
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      int found = Arrays.binarySearch(limits, value);
      counts[Math.min(buckets - 1, found < 0 ? -found - 1 : found)]++;
      sum += value;
      squares += value * value;
    }
    return new Message()
        .real(1, least)
        .real(2, greatest)
        .real(3, values.length)
        .real(4, sum)
        .real(5, squares)
        .reals(6, limits)
        .reals(7, counts);
  }
}

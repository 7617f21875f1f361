package dev.burin.metric;

import dev.burin.data.SampleWeights;
import java.util.Locale;
import java.util.Objects;

/** Checks of what metrics are computed from. */
final class Given {

  private Given() {}

  /** Checks that there are samples, one weight for each, and that one of them counts. */
  static void samples(int n, SampleWeights weights) {
    Objects.requireNonNull(weights, "The weights are null; SampleWeights.none() are none.");
    if (n < 1) {
      throw new IllegalArgumentException("There are no samples to judge; at least 1 is needed.");
    }
    if (weights.isNone()) {
      return;
    }
    same("weights", weights.size(), n);
    for (int i = 0; i < n; i++) {
      if (weights.get(i) > 0) {
        return;
      }
    }
    throw new IllegalArgumentException(
        "All samples have weight 0; at least one has to count for more.");
  }

  static <T> T array(T values, String what) {
    return Objects.requireNonNull(values, "The array of " + what + " is null; give one.");
  }

  static void same(String what, long length, long expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "There are %d %s, but %d are needed.", length, what, expected));
    }
  }

  static void atLeast(String what, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "The %s is %d, not %d or more.", what, value, least));
    }
  }

  /** Checks numbers of classes; {@code least} is -1 where a sample may have none. */
  static void classes(String what, int[] numbers, int classes, int least) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < least || numbers[i] >= classes) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The %s of sample %d is class %d, but there are %d, counted from 0.",
                what,
                i,
                numbers[i],
                classes));
      }
    }
  }

  static String format(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}

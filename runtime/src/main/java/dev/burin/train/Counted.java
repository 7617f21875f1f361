package dev.burin.train;

import dev.burin.data.SampleWeights;
import dev.burin.data.Samples;
import java.util.Arrays;
import java.util.Locale;

/** Samples without those of weight 0: they are as if they were not there, in batches too. */
final class Counted {

  private Counted() {}

  /**
   * The samples that count.
   *
   * @throws IllegalArgumentException if none does, or the weights are not those of the samples
   */
  static Samples of(Samples samples) {
    SampleWeights weights = samples.weights();
    if (weights.isNone()) {
      return samples;
    }
    if (weights.size() != samples.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %d weights for %d samples; give one for each, or none.",
              weights.size(),
              samples.size()));
    }
    int[] rows = new int[samples.size()];
    int counted = 0;
    for (int i = 0; i < rows.length; i++) {
      if (weights.get(i) > 0) {
        rows[counted++] = i;
      }
    }
    if (counted == 0) {
      throw new IllegalArgumentException(
          "All samples have weight 0; at least one has to count for more.");
    }
    return counted == rows.length ? samples : samples.view(Arrays.copyOf(rows, counted));
  }
}

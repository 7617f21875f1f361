package dev.burin.train;

import dev.burin.data.SampleWeights;
import dev.burin.data.Samples;
import dev.burin.data.Shuffle;
import java.util.Locale;
import java.util.stream.IntStream;

/** Samples without those of weight 0: they are as if they were not there, in batches too. */
final class Counted {

  private Counted() {}

  /**
   * The samples that count.
   *
   * @throws IllegalArgumentException if none does, or the weights are not those of the samples
   */
  static Samples of(Samples samples) {
    int[] rows = rows(samples);
    return rows.length == samples.size() ? samples : samples.view(rows);
  }

  /** The row numbers of the samples that count, ascending; otherwise as {@link #of}. */
  static int[] rows(Samples samples) {
    SampleWeights weights = samples.weights();
    if (weights.isNone()) {
      return Shuffle.identity(samples.size());
    }
    if (weights.size() != samples.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %d weights for %d samples; give one for each, or none.",
              weights.size(),
              samples.size()));
    }
    int[] rows = IntStream.range(0, samples.size()).filter(i -> weights.get(i) > 0).toArray();
    if (rows.length == 0) {
      throw new IllegalArgumentException(
          "All samples have weight 0; at least one has to count for more.");
    }
    return rows;
  }
}

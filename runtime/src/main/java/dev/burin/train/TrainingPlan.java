package dev.burin.train;

import java.util.Locale;

/**
 * The sizes of a training, known before its first step.
 *
 * @param samples the number of samples in the data, 1 or more
 * @param batch the samples of a batch, 1 to all; the last batch of an epoch may be smaller
 * @param iterations the number of updates, 1 or more
 */
public record TrainingPlan(int samples, int batch, int iterations) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is below 1, or the batch is more than the samples
   */
  public TrainingPlan {
    if (samples < 1 || batch < 1 || iterations < 1 || batch > samples) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A plan of %d samples, batches of %d and %d updates is none; each is 1 or more, and a"
                  + " batch holds no more than all samples.",
              samples,
              batch,
              iterations));
    }
  }

  /** Whether each update sees all samples. */
  public boolean fullBatch() {
    return batch == samples;
  }

  /** The number of updates in one pass over the data. */
  public int iterationsPerEpoch() {
    return (samples - 1) / batch + 1;
  }

  /** The number of passes over the data, a last one broken off included. */
  public int epochs() {
    return (iterations - 1) / iterationsPerEpoch() + 1;
  }

  /**
   * The number of updates made when an epoch is over.
   *
   * @param epoch the number of the epoch, from 0
   * @throws IndexOutOfBoundsException if the plan has no such epoch
   */
  public int iterationsAfter(int epoch) {
    if (epoch < 0 || epoch >= epochs()) {
      throw new IndexOutOfBoundsException(
          String.format(
              Locale.ROOT, "The epoch is %d, but there are %d, counted from 0.", epoch, epochs()));
    }
    return (int) Math.min((epoch + 1L) * iterationsPerEpoch(), iterations);
  }

  /** The samples that some updates learn from, each as often as it is seen. */
  long samplesAfter(int updates) {
    long whole = updates / iterationsPerEpoch();
    long rest = updates % iterationsPerEpoch();
    return whole * samples + rest * batch;
  }

  static TrainingPlan of(int samples, int batch, int iterations, int epochs) {
    int used = batch == 0 ? samples : Math.min(batch, samples);
    if (iterations > 0) {
      return new TrainingPlan(samples, used, iterations);
    }
    long all = ((samples - 1L) / used + 1) * epochs;
    if (all > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d epochs of %d samples in batches of %d are %d updates, more than %d; train in parts.",
              epochs,
              samples,
              used,
              all,
              Integer.MAX_VALUE));
    }
    return new TrainingPlan(samples, used, (int) all);
  }
}

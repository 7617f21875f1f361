package dev.burin.data;

import java.util.Objects;

/**
 * Samples that are split in the order in which they lie; {@link Dataset#inOrder()} makes one.
 *
 * @param samples the samples
 */
public record InOrder(Dataset samples) {

  /** Checks that there are samples. */
  public InOrder {
    Objects.requireNonNull(samples, "The samples are null; give a Dataset.");
  }

  /**
   * The first samples for training and the others for testing, in their order. A class that only
   * one part has, as in a file that is sorted by class, is told to the log {@code dev.burin} as a
   * warning; see {@link Split#warnings()}.
   *
   * @param fraction the share of the training part, above 0 and below 1; the part has {@code
   *     Math.round(fraction * size())} samples
   * @throws IllegalArgumentException if the fraction is out of range or leaves a part empty
   */
  public Split split(double fraction) {
    return samples.split(fraction, Shuffle.identity(samples.size()));
  }
}

package dev.burin.spark;

import java.util.Objects;

/**
 * Training by averages: the samples are cut into parts by the numbers of their rows; in each round
 * every part takes some steps of its own from the common parameters, and the mean of where they
 * arrive is common from then on. This is other mathematics than a training on one machine, and as
 * deterministic: the parts belong to the data, and their parameters are added in the fixed tree of
 * the law of sums, so that neither partitions nor executors change a bit.
 *
 * @param trainer how a part trains in a round
 * @param parts the parts, 1 or more; as many executors have something to do
 * @param steps the updates of a part in a round, 1 or more
 * @param rounds how often parameters are averaged, 1 or more
 * @param seed of the orders in which parts see their samples, and of what is dropped
 */
public record LocalSteps(TrainerOfRound trainer, int parts, int steps, int rounds, long seed) {

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if a number is below 1
   */
  public LocalSteps {
    Objects.requireNonNull(trainer, "The trainer of a round is null; give one, as a lambda.");
    Settings.from1(parts, "number of parts", 1 << 16);
    Settings.from1(steps, "number of steps", Integer.MAX_VALUE - 1);
    Settings.from1(rounds, "number of rounds", Integer.MAX_VALUE);
  }
}

package dev.burin.spark;

import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatPartialSums;
import java.util.Arrays;

/** The rounds of a training by averages, on the driver. */
final class LocalRounds {

  private final EngravedClass type;
  private final LocalSteps settings;
  private final int divisor;

  LocalRounds(EngravedClass type, LocalSteps settings, int divisor) {
    this.type = type;
    this.settings = settings;
    this.divisor = divisor;
  }

  /**
   * Trains a network in place.
   *
   * @return the mean cost of the last batches of all parts, for each round
   */
  double[] train(FloatNetwork network, Layout rows) {
    int[] order = new int[rows.division().samples()];
    Arrays.setAll(order, i -> i);
    Division parts = Division.ofParts(order.length, settings.parts());
    double[] costs = new double[settings.rounds()];
    try (Layout layout = rows.reordered(order, parts)) {
      for (int round = 0; round < costs.length; round++) {
        costs[round] = round(network, layout, round);
      }
    }
    return costs;
  }

  private double round(FloatNetwork network, Layout layout, int round) {
    int length = network.layout().length();
    int parts = layout.division().batches();
    float[] common = Arrays.copyOf(network.parameters(), length);
    RoundPart part =
        new RoundPart(
            type,
            common,
            settings.trainer(),
            round,
            settings.steps(),
            parts,
            settings.seed(),
            divisor);
    FloatPartialSums sums = new FloatPartialSums(length, 0);
    for (PartialSum sum : layout.compute(part)) {
      sums.addSum(sum.level(), sum.gradient(), sum.loss());
    }
    double cost = sums.total(common) / parts;
    for (int i = 0; i < length; i++) {
      common[i] = (float) ((double) common[i] / parts);
    }
    network.parameters(common);
    return cost;
  }
}

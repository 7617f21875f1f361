package dev.burin.train;

import dev.burin.Loss;
import dev.burin.data.Samples;
import dev.burin.network.NeuralNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What looks wrong about a training whose costs are finite, and what to try. */
final class Hints {

  /** The learning rates that scaled data commonly take. */
  static final double LARGE_RATE = 1;

  /** What no library takes unless told: their defaults are 0.001 to 0.01. */
  private static final double SMALL_RATE = 1e-4;

  /** A cost that is closer to that of one answer for all has learned nothing. */
  private static final double NOTHING_LEARNED = 0.999;

  /** Other samples never cost as little as those that were learned: their bound is lower. */
  private static final double NOTHING_CARRIED_OVER = 0.98;

  /** A cost may rise by this factor from one batch to another without any meaning. */
  private static final double ROSE = 1.1;

  /** A training that gets better rises in few epochs: not in this share of them. */
  private static final double SWINGS = 0.2;

  /** Of fewer epochs nobody can tell how they go. */
  private static final int FEW_EPOCHS = 5;

  /** Costs that differ by less than this share stand still. */
  private static final double STILL = 1e-6;

  /** Costs that fell by less than this share in all epochs have hardly begun to. */
  private static final double HARDLY = 0.01;

  private final NeuralNetwork network;
  private final Samples data;
  private final @Nullable Samples validation;
  private final double rate;
  private final List<String> found = new ArrayList<>();

  Hints(NeuralNetwork network, Samples data, @Nullable Samples validation, double rate) {
    this.network = network;
    this.data = data;
    this.validation = validation;
    this.rate = rate;
  }

  /**
   * All that is found, the most important first; empty where nothing looks wrong.
   *
   * @param first the cost of the first batch
   * @param costs the mean costs of all epochs
   * @param ofOthers the costs of the validation samples
   */
  List<String> of(double first, double[] costs, double finalCost, double[] ofOthers) {
    Loss loss = network.shape().loss();
    double[] mean = Constant.mean(data);
    double constant = Constant.cost(loss, data, mean);
    targets(mean, constant);
    boolean roseByEpochs = finalCost > ROSE * costs[0] && finalCost > constant / 10;
    // A cost far above that of one answer to all is no luck of the first batch.
    boolean rose = roseByEpochs || (finalCost > ROSE * first && finalCost > ROSE * constant);
    if (rose) {
      found.add(
          String.format(
              Locale.ROOT,
              "The cost rose from %.4g to %.4g.",
              roseByEpochs ? costs[0] : first,
              finalCost));
      found.addAll(Units.faults(network, data));
      remedy("a smaller learning rate");
    } else if (swings(costs) && finalCost > constant / 10) {
      found.add(
          String.format(
              Locale.ROOT,
              "The cost swings, up by more than a tenth from one epoch to the next in %d of %d, and"
                  + " is %.4g at the end.",
              rises(costs),
              costs.length,
              finalCost));
      found.addAll(Units.faults(network, data));
      remedy("a smaller learning rate");
    } else if (isSlow(costs[0], finalCost) && finalCost > constant / 2) {
      found.add(
          String.format(
              Locale.ROOT,
              "The cost went from %.6g to %.6g, hardly at all, where one answer to all samples costs"
                  + " %.4g: the learning rate %s is too small. Try 0.01.",
              costs[0],
              finalCost,
              constant,
              rate));
    } else if (constant > 0 && finalCost >= NOTHING_LEARNED * constant) {
      nothingLearned(costs, finalCost, constant);
    } else if (validation != null) {
      carriedOver(loss, validation, mean, ofOthers);
    }
    return List.copyOf(found);
  }

  private void targets(double[] mean, double constant) {
    if (constant == 0 && data.size() > 1) {
      found.add("The targets of all samples are the same, so that there is nothing to learn.");
    } else if (network.shape().loss().fusesActivation()) {
      for (int j = 0; j < mean.length; j++) {
        if (mean[j] == 0) {
          found.add(
              "No sample is of class "
                  + j
                  + ", which the network will never answer; classes are counted from 0.");
        }
      }
    }
  }

  private static boolean swings(double[] costs) {
    return costs.length >= FEW_EPOCHS && rises(costs) >= SWINGS * costs.length;
  }

  private static int rises(double[] costs) {
    int rises = 0;
    for (int e = 1; e < costs.length; e++) {
      rises += costs[e] > ROSE * costs[e - 1] ? 1 : 0;
    }
    return rises;
  }

  private boolean isSlow(double before, double after) {
    return rate < SMALL_RATE && Math.abs(before - after) < HARDLY * before;
  }

  private void nothingLearned(double[] costs, double finalCost, double constant) {
    boolean still =
        costs.length > 2 && Math.abs(costs[costs.length / 2] - finalCost) <= STILL * finalCost;
    List<String> faults = Units.faults(network, data);
    found.add(
        String.format(
            Locale.ROOT,
            still
                ? "The cost stands still at %.4g and is no better than %.4g, that of one answer to"
                    + " all samples: units are dead or saturated."
                : "The cost is %.4g at the end, no better than %.4g, that of one answer to all"
                    + " samples.",
            finalCost,
            constant));
    found.addAll(faults);
    if (!still && faults.isEmpty()) {
      found.add("Train longer, or:");
    }
    remedy("another learning rate");
    if (!still && faults.size() < 2) {
      found.add(
          "If that does not help, look whether the targets belong to the inputs beside them.");
    }
  }

  private void remedy(String otherRate) {
    Spread features = Spread.of(Rows.features(data));
    boolean large = features.isLarge();
    boolean fast = rate > LARGE_RATE;
    if (fast || !large) {
      String than = Double.isNaN(rate) ? "" : " than " + rate;
      found.add("Try " + otherRate + than + ", or other first weights.");
    }
    if (large) {
      found.add("Scale the features, as Scaling.standard does: " + features + ".");
    }
  }

  private void carriedOver(Loss loss, Samples others, double[] mean, double[] costs) {
    double constant = Constant.cost(loss, others, mean);
    double best = Double.POSITIVE_INFINITY;
    for (double cost : costs) {
      best = Math.min(best, cost);
    }
    if (costs.length > 0 && best >= NOTHING_CARRIED_OVER * constant) {
      found.add(
          String.format(
              Locale.ROOT,
              "The validation samples cost %.4g at best, no less than %.4g, that of one answer to"
                  + " all: what was learned does not hold for them. Look whether the targets belong"
                  + " to the inputs beside them, and whether both parts are of one kind.",
              best,
              constant));
    }
  }
}

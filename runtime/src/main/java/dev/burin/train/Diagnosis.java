package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.kernel.NeuralNetwork;
import dev.burin.optimize.UpdatePlan;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks for the reason why a training went wrong: its data, its first weights and its settings. All
 * numbers have been found finite before the first step.
 */
final class Diagnosis {

  /** Weights of all initializers are far below. */
  private static final double LARGE_WEIGHT = 1000;

  /** The learning rates that scaled data commonly take. */
  private static final double LARGE_RATE = 1;

  /** A cost that is closer to that of one answer for all has learned nothing. */
  private static final double NOTHING_LEARNED = 0.999;

  /** A cost may rise by this factor from one batch to another without any meaning. */
  private static final double ROSE = 1.1;

  /** Costs that differ by less than this share stand still. */
  private static final double STILL = 1e-6;

  private final NeuralNetwork network;
  private final Samples data;
  private final double decay;
  private final double rate;
  private final double momentum;

  Diagnosis(NeuralNetwork network, Samples data, UpdatePlan updates) {
    this.network = network;
    this.data = data;
    this.decay = updates.decay().l2();
    this.rate = updates.optimizer().learningRate();
    this.momentum = updates.optimizer().momentum();
  }

  /**
   * Why the cost grew beyond all numbers, and what to do, in a sentence or two. The network has its
   * best parameters again.
   *
   * @param iteration the number of updates until then
   * @param kept the number of updates that had led to these parameters
   * @param gradient the length of the gradient at these parameters
   */
  String cause(int iteration, int kept, double gradient) {
    if (kept == 0 && WeightsCheck.greatest(network) > LARGE_WEIGHT) {
      return "The "
          + WeightsCheck.name(network)
          + ", too large to begin with: initialize the network, or declare a smaller scale.";
    }
    Spread features = Spread.of(Rows.features(data));
    Spread targets = Spread.of(Rows.targets(data));
    if (iteration == 0) {
      return features.size() > targets.size()
          ? "Its sums overflow: scale the features, of which " + features + "."
          : "Its sums overflow: scale the targets, of which " + targets + ".";
    }
    double bound = 2 * (1 + momentum);
    if (rate * decay >= bound) {
      return String.format(
          Locale.ROOT,
          "The learning rate times the weight decay is %s, and from %s on decay makes weights"
              + " grow: choose a smaller weight decay.",
          rate * decay,
          bound);
    }
    boolean fast = rate > LARGE_RATE;
    if (features.isLarge() && !fast) {
      return "Scale the features, as Scaling.standard does: " + features + ".";
    }
    boolean largeTargets = targets.isLarge() && !network.shape().loss().fusesActivation();
    if (largeTargets && !fast) {
      return "Scale the targets, as Scaling.standard does: " + targets + ".";
    }
    return step(gradient)
        + (features.isLarge() ? " Then scale the features, too: " + features + "." : "")
        + (largeTargets ? " Then scale the targets, too: " + targets + "." : "");
  }

  private String step(double gradient) {
    double weights = length();
    String sizes =
        Double.isNaN(rate)
            ? String.format(
                Locale.ROOT,
                "The gradient is %.2g long where all weights together are %.2g",
                gradient,
                weights)
            : String.format(
                Locale.ROOT,
                "At the learning rate %s a step from there is %.2g long where all weights together"
                    + " are %.2g",
                rate,
                gradient * rate,
                weights);
    return sizes + ". Try a smaller learning rate.";
  }

  /**
   * What looks wrong about a training whose costs are finite, if anything does. The text is made
   * when somebody asks for it, from numbers alone: a history does not hold the data.
   *
   * @param first the cost of the first batch
   * @param costs the mean costs of all epochs
   */
  Optional<Supplier<String>> hint(double first, double[] costs, double finalCost) {
    double constant = Constant.cost(network.shape().loss(), Rows.targets(data));
    boolean roseByEpochs = finalCost > ROSE * costs[0] && finalCost > constant / 10;
    // A cost far above that of one answer to all is no luck of the first batch.
    boolean rose = roseByEpochs || (finalCost > ROSE * first && finalCost > ROSE * constant);
    if (!rose && (constant == 0 || finalCost < NOTHING_LEARNED * constant)) {
      return Optional.empty();
    }
    Spread features = Spread.of(Rows.features(data));
    double eta = rate;
    if (rose) {
      double from = roseByEpochs ? costs[0] : first;
      return Optional.of(
          () ->
              String.format(Locale.ROOT, "The cost rose from %.4g to %.4g. ", from, finalCost)
                  + remedy(features, eta, "a smaller learning rate"));
    }
    boolean still =
        costs.length > 2 && Math.abs(costs[costs.length / 2] - finalCost) <= STILL * finalCost;
    String form =
        still
            ? "The cost stands still at %.4g and is no better than %.4g, that of one answer to all"
                + " samples: units are dead or saturated. "
            : "The cost is %.4g at the end, no better than %.4g, that of one answer to all samples."
                + " Train longer, or: ";
    return Optional.of(
        () ->
            String.format(Locale.ROOT, form, finalCost, constant)
                + remedy(features, eta, "another learning rate"));
  }

  private static String remedy(Spread features, double rate, String otherRate) {
    if (features.isLarge() && !(rate > LARGE_RATE)) {
      return "Scale the features, as Scaling.standard does: " + features + ".";
    }
    String than = Double.isNaN(rate) ? "" : " than " + rate;
    return "Try " + otherRate + than + ", or other first weights.";
  }

  private double length() {
    double squares = 0;
    for (int i = 0; i < network.layout().length(); i++) {
      squares += network.parameter(i) * network.parameter(i);
    }
    return Math.sqrt(squares);
  }
}

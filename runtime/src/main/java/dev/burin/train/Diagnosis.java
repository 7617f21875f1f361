package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.UpdatePlan;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the reason why a training went wrong: its data, its first weights and its settings. All
 * numbers have been found finite before the first step.
 */
final class Diagnosis {

  /** Weights of all initializers are far below. */
  private static final double LARGE_WEIGHT = 1000;

  private final NeuralNetwork network;
  private final Samples data;
  private final @Nullable Samples validation;
  private final double decay;
  private final double rate;
  private final double momentum;

  Diagnosis(NeuralNetwork network, Samples data, @Nullable Samples validation, UpdatePlan updates) {
    this.network = network;
    this.data = data;
    this.validation = validation;
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
    boolean fast = rate > Hints.LARGE_RATE;
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

  /** What looks wrong about a training whose costs are finite; see {@link Hints#of}. */
  List<String> hints(double first, double[] costs, double finalCost, double[] ofOthers) {
    return new Hints(network, data, validation, rate).of(first, costs, finalCost, ofOthers);
  }

  private double length() {
    double squares = 0;
    for (int i = 0; i < network.layout().length(); i++) {
      squares += network.parameter(i) * network.parameter(i);
    }
    return Math.sqrt(squares);
  }
}

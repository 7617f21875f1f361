package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.kernel.NeuralNetwork;

/** A number that says how well a network answers samples. */
public interface Metric {

  /** Its name, as a history tells it. */
  String name();

  /** Its value; the samples fit the network. */
  double of(NeuralNetwork network, Samples samples);

  /** The share of right answers of a classifier, as {@link Evaluation#accuracy()} gives it. */
  static Metric accuracy() {
    return new Accuracy();
  }

  /** See {@link Metric#accuracy()}. */
  record Accuracy() implements Metric {

    @Override
    public String name() {
      return "accuracy";
    }

    @Override
    public double of(NeuralNetwork network, Samples samples) {
      return Evaluation.of(network, samples).accuracy();
    }
  }
}

package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.data.Shuffle;
import dev.burin.network.NeuralNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is measured on samples that a training does not learn from, after each epoch. */
final class Validation {

  /** The samples that are looked at together. */
  private static final int CHUNK = 1024;

  private final NeuralNetwork network;
  private final Samples samples;
  private final List<Metric> metrics;
  private final SampleCosts costs;
  private final int[] order;
  private final Costs cost = new Costs();
  private final List<Costs> values = new ArrayList<>();

  Validation(NeuralNetwork network, Samples samples, List<Metric> metrics) {
    DataCheck.check(network.shape(), samples);
    this.network = network;
    this.samples = Counted.of(samples);
    this.metrics = metrics;
    this.costs = SampleCosts.of(network, this.samples, Math.min(CHUNK, this.samples.size()));
    this.order = Shuffle.identity(this.samples.size());
    for (int i = 0; i < metrics.size(); i++) {
      values.add(new Costs());
    }
  }

  /** Measures once more; the mean cost. */
  double measure() {
    double mean = costs.mean(order, CHUNK);
    cost.add(mean);
    if (!metrics.isEmpty()) {
      Evaluation evaluation = Evaluation.of(network, samples);
      for (int i = 0; i < values.size(); i++) {
        values.get(i).add(metrics.get(i).of(evaluation));
      }
    }
    return mean;
  }

  /** Puts down what was measured. */
  void save(StateWriter out) {
    out.doubles("history/validation", costs());
    for (int i = 0; i < values.size(); i++) {
      out.doubles("history/metric" + i, values.get(i).toArray());
    }
  }

  /** Takes back what was put down. */
  void restore(StateReader in) {
    cost.set(in.doubles("history/validation"));
    for (int i = 0; i < values.size(); i++) {
      values.get(i).set(in.doubles("history/metric" + i));
    }
  }

  /** The costs so far. */
  double[] costs() {
    return cost.toArray();
  }

  /** The last value of each metric; none before the first. */
  Map<String, Double> latest() {
    Map<String, Double> latest = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      double[] all = values.get(i).toArray();
      if (all.length > 0) {
        latest.put(metrics.get(i).name(), all[all.length - 1]);
      }
    }
    return Collections.unmodifiableMap(latest);
  }

  /** The values of each metric so far. */
  Map<String, double[]> metrics() {
    Map<String, double[]> all = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      all.put(metrics.get(i).name(), values.get(i).toArray());
    }
    return all;
  }
}

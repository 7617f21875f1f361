package dev.burin.train;

import dev.burin.data.Shuffle;
import java.util.List;

/** The loop of one training. */
final class TrainingRun {

  private final TrainingPlan plan;
  private final Learner learner;
  private final SampleOrder orders;
  private final List<TrainingListener> listeners;
  private final int[] order;
  private final double[] costs;
  private int iteration;
  private long nanos;

  TrainingRun(
      TrainingPlan plan, Learner learner, SampleOrder orders, List<TrainingListener> listeners) {
    this.plan = plan;
    this.learner = learner;
    this.orders = orders;
    this.listeners = listeners;
    this.order = Shuffle.identity(plan.samples());
    this.costs = new double[plan.epochs()];
  }

  TrainingHistory run() {
    try {
      for (TrainingListener listener : listeners) {
        listener.started(plan);
      }
      return trained();
    } finally {
      for (TrainingListener listener : listeners) {
        listener.ended();
      }
    }
  }

  private TrainingHistory trained() {
    if (plan.fullBatch()) {
      learner.gather(order, 0, plan.samples());
    }
    for (int epoch = 0; epoch < costs.length; epoch++) {
      int first = iteration;
      costs[epoch] = epoch(epoch);
      for (TrainingListener listener : listeners) {
        listener.recorded(first, costs[epoch]);
      }
    }
    double finalCost = finite(finalCost());
    return new TrainingHistory(plan, costs, finalCost, Math.max(nanos, 1) * 1e-9);
  }

  /** Updates once for each batch of an epoch; returns the mean cost of the samples seen. */
  private double epoch(int epoch) {
    long start = System.nanoTime();
    if (!plan.fullBatch()) {
      orders.fill(order, epoch);
    }
    nanos += System.nanoTime() - start;
    int seen = plan.batch();
    double cost = step(0, seen);
    // One batch is the whole epoch: its cost is kept to the last bit.
    if (seen == plan.samples() || iteration == plan.iterations()) {
      return cost;
    }
    double sum = cost * seen;
    while (seen < plan.samples() && iteration < plan.iterations()) {
      int count = Math.min(plan.batch(), plan.samples() - seen);
      sum += step(seen, count) * count;
      seen += count;
    }
    return sum / seen;
  }

  private double step(int from, int count) {
    long start = System.nanoTime();
    if (!plan.fullBatch()) {
      learner.gather(order, from, count);
    }
    double cost = finite(learner.gradient(count));
    nanos += System.nanoTime() - start;
    for (TrainingListener listener : listeners) {
      listener.stepped(iteration, cost);
    }
    start = System.nanoTime();
    learner.update();
    nanos += System.nanoTime() - start;
    iteration++;
    return cost;
  }

  private double finalCost() {
    if (plan.fullBatch()) {
      return learner.cost(plan.samples());
    }
    int[] natural = Shuffle.identity(plan.samples());
    double sum = 0;
    for (int seen = 0; seen < natural.length; seen += plan.batch()) {
      int count = Math.min(plan.batch(), natural.length - seen);
      learner.gather(natural, seen, count);
      sum += learner.cost(count) * count;
    }
    return sum / natural.length;
  }

  private double finite(double cost) {
    if (Double.isFinite(cost)) {
      return cost;
    }
    learner.restore();
    throw new TrainingDivergedException(iteration, cost);
  }
}

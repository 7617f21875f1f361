package dev.burin.train;

import dev.burin.data.Shuffle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The loop of one training. */
final class TrainingRun {

  private final TrainingPlan plan;
  private final Learner learner;
  private final Order orders;
  private final List<TrainingListener> listeners;
  private final Diagnosis diagnosis;
  private final int[] order;
  private final Costs costs = new Costs();
  private final Stopwatch watch;
  private int iteration;
  private double firstCost;
  private double lowest = Double.POSITIVE_INFINITY;
  private int keptIteration;

  TrainingRun(
      TrainingPlan plan,
      Learner learner,
      Order orders,
      List<TrainingListener> listeners,
      Diagnosis diagnosis) {
    this.plan = plan;
    this.learner = learner;
    this.orders = orders;
    this.listeners = listeners;
    this.diagnosis = diagnosis;
    this.watch = new Stopwatch(plan);
    this.order = Shuffle.identity(plan.samples());
  }

  TrainingHistory run() {
    TrainingHistory history;
    try {
      for (TrainingListener listener : listeners) {
        listener.started(plan);
      }
      history = trained();
    } catch (Throwable e) {
      end(e);
      throw e;
    }
    switch (end(null)) {
      case null -> {}
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      case Throwable e -> throw new IllegalStateException("A listener failed at the end.", e);
    }
    return history;
  }

  /**
   * Tells every listener, whatever others throw.
   *
   * @param cause what broke the training off; it stays in front
   * @return the cause, or else what a listener threw first
   */
  private @Nullable Throwable end(@Nullable Throwable cause) {
    Throwable first = cause;
    for (TrainingListener listener : listeners) {
      try {
        listener.ended();
      } catch (Throwable e) {
        if (first == null) {
          first = e;
        } else if (!first.equals(e)) {
          first.addSuppressed(e);
        }
      }
    }
    return first;
  }

  private TrainingHistory trained() {
    if (plan.fullBatch()) {
      learner.choose(order, 0);
    }
    for (int epoch = 0; iteration < plan.iterations(); epoch++) {
      int first = iteration;
      double cost = epoch(epoch);
      costs.add(cost);
      for (TrainingListener listener : listeners) {
        listener.recorded(first, cost);
      }
    }
    double[] all = costs.toArray();
    double finalCost = finite(finalCost());
    return new TrainingHistory(
        plan,
        all,
        finalCost,
        watch.seconds(),
        watch.stretches(iteration),
        diagnosis.hint(firstCost, all, finalCost));
  }

  /** Updates once for each batch of an epoch; returns the mean cost of the samples seen. */
  private double epoch(int epoch) {
    long start = System.nanoTime();
    if (!plan.fullBatch()) {
      orders.fill(order, epoch);
    }
    watch.add(System.nanoTime() - start);
    int seen = 0;
    double sum = 0;
    double mean = 0;
    boolean last = false;
    while (!last) {
      int count = Math.min(plan.batch(), plan.samples() - seen);
      double cost = gradient(seen, count);
      sum += cost * count;
      boolean early = epoch == 0 && 2L * seen < plan.samples();
      last = seen + count == plan.samples() || iteration + 1 == plan.iterations();
      if (early || last) {
        // One batch is the whole epoch: its cost is kept to the last bit.
        mean = seen == 0 ? cost : sum / (seen + count);
        lowest = early ? mean : lowest;
      }
      seen += count;
      update(last && mean < lowest);
      lowest = last ? Math.min(lowest, mean) : lowest;
    }
    return mean;
  }

  private double gradient(int from, int count) {
    long start = System.nanoTime();
    if (!plan.fullBatch()) {
      learner.choose(order, from);
    }
    double cost = finite(learner.gradient(count));
    watch.on(learner.path(), iteration);
    watch.add(System.nanoTime() - start);
    firstCost = iteration == 0 ? cost : firstCost;
    for (TrainingListener listener : listeners) {
      listener.stepped(iteration, cost);
    }
    return cost;
  }

  private void update(boolean keep) {
    long start = System.nanoTime();
    learner.update(keep);
    watch.add(System.nanoTime() - start);
    keptIteration = keep ? iteration : keptIteration;
    iteration++;
  }

  private double finalCost() {
    if (plan.fullBatch()) {
      return learner.cost(plan.samples());
    }
    int[] natural = Shuffle.identity(plan.samples());
    double sum = 0;
    for (int seen = 0; seen < natural.length; seen += plan.batch()) {
      int count = Math.min(plan.batch(), natural.length - seen);
      learner.choose(natural, seen);
      sum += learner.cost(count) * count;
    }
    return sum / natural.length;
  }

  private double finite(double cost) {
    if (Double.isFinite(cost)) {
      return cost;
    }
    learner.restore();
    learner.choose(Shuffle.identity(plan.samples()), 0);
    double gradient = learner.gradientLength(plan.batch());
    throw new TrainingDivergedException(
        iteration, cost, keptIteration, diagnosis.cause(iteration, keptIteration, gradient));
  }
}

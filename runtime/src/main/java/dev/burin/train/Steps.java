package dev.burin.train;

import dev.burin.data.Shuffle;
import dev.burin.network.NeuralNetwork;
import java.util.List;
import java.util.Locale;

/** The updates of a training, one after the other, and what they cost. */
final class Steps {

  private static final String ORDER = "epoch.order";

  private final TrainingPlan plan;
  private final TrainingState state;
  private final Learner learner;
  private final Order orders;
  private final long seed;
  private final Audience audience;
  private final Diagnosis diagnosis;
  private final Stopwatch clock;
  private final Costs costs = new Costs();
  private final int[] order;
  private int seen;
  private int firstOfEpoch;
  private double sum;
  private double weights;
  private double mean;
  private double firstCost;
  private double lowest = Double.POSITIVE_INFINITY;
  private int keptIteration;

  Steps(
      TrainingState state,
      Learner learner,
      Order orders,
      long seed,
      Audience audience,
      Diagnosis diagnosis) {
    this.plan = state.plan();
    this.state = state;
    this.learner = learner;
    this.orders = orders;
    this.seed = seed;
    this.audience = audience;
    this.diagnosis = diagnosis;
    this.clock = new Stopwatch(plan);
    this.order = Shuffle.identity(plan.samples());
  }

  /** Whether some batches of an epoch have been seen, and not all. */
  boolean inEpoch() {
    return seen > 0;
  }

  /** Makes one update; whether it was the last of an epoch. */
  boolean update() {
    if (seen == 0) {
      beginEpoch();
    }
    int count = Math.min(plan.batch(), plan.samples() - seen);
    double weight = learner.choose(order, seen, count);
    double cost = gradient(count);
    sum += cost * weight;
    weights += weight;
    boolean early = state.epoch == 0 && 2L * seen < plan.samples();
    boolean last = seen + count == plan.samples() || state.iteration + 1 == plan.iterations();
    if (early || last) {
      // One batch is the whole epoch: its cost is kept to the last bit.
      mean = seen == 0 ? cost : sum / weights;
      lowest = early ? mean : lowest;
    }
    seen += count;
    move(last && mean < lowest);
    lowest = last ? Math.min(lowest, mean) : lowest;
    return last;
  }

  /** Makes an epoch of what has been seen of one, where the training ends within it. */
  void cutEpoch() {
    mean = seen <= plan.batch() ? state.cost : sum / weights;
    endEpoch();
  }

  /** Takes down an epoch that is over. */
  void endEpoch() {
    seen = 0;
    costs.add(mean);
    state.epoch++;
    state.epochCost = mean;
  }

  /** The updates made when the epoch began. */
  int firstOfEpoch() {
    return firstOfEpoch;
  }

  private void beginEpoch() {
    firstOfEpoch = state.iteration;
    sum = 0;
    weights = 0;
    mean = 0;
    if (!plan.fullBatch()) {
      long start = System.nanoTime();
      orders.fill(order, state.epoch);
      clock.add(System.nanoTime() - start);
    }
  }

  private double gradient(int count) {
    long start = System.nanoTime();
    learner.dropout(seed, state.iteration);
    double cost = finite(learner.gradient(count));
    clock.on(learner.path(), state.iteration);
    clock.add(System.nanoTime() - start);
    firstCost = state.iteration == 0 ? cost : firstCost;
    state.cost = cost;
    audience.stepped(state.iteration, cost);
    return cost;
  }

  private void move(boolean keep) {
    long start = System.nanoTime();
    learner.update(state.iteration, state.epoch, keep);
    clock.add(System.nanoTime() - start);
    keptIteration = keep ? state.iteration : keptIteration;
    state.iteration++;
  }

  /** The cost of all samples under the parameters as they are. */
  double costOfAll() {
    int[] natural = Shuffle.identity(plan.samples());
    if (plan.fullBatch()) {
      learner.choose(natural, 0, natural.length);
      return learner.cost(plan.samples());
    }
    double all = 0;
    double total = 0;
    for (int done = 0; done < natural.length; done += plan.batch()) {
      int count = Math.min(plan.batch(), natural.length - done);
      double weight = learner.choose(natural, done, count);
      all += learner.cost(count) * weight;
      total += weight;
    }
    return all / total;
  }

  /** A cost that is a number; otherwise the best parameters are back. */
  double finite(double cost) {
    if (Double.isFinite(cost)) {
      return cost;
    }
    learner.restore();
    learner.choose(Shuffle.identity(plan.samples()), 0, plan.batch());
    double gradient = learner.gradientLength(plan.batch());
    throw new TrainingDivergedException(
        state.iteration,
        cost,
        keptIteration,
        diagnosis.cause(state.iteration, keptIteration, gradient));
  }

  /** Goes back to the parameters that had the lowest cost, as after a divergence. */
  void restore() {
    learner.restore();
  }

  /** The network with the parameters that it would go back to. */
  NeuralNetwork best() {
    return learner.best();
  }

  /** Puts down all that the next update and the history need. */
  void save(StateWriter out) {
    out.whole("epoch.seen", seen);
    out.whole("epoch.first", firstOfEpoch);
    out.number("epoch.sum", sum);
    out.number("epoch.weights", weights);
    out.number("epoch.mean", mean);
    out.number("first", firstCost);
    out.number("lowest", lowest);
    out.whole("kept", keptIteration);
    out.doubles("history/costs", costs.toArray());
    clock.save(out, state.iteration);
    if (seen > 0) {
      out.text(ORDER, DataFingerprint.of(order));
    }
    learner.save(out);
  }

  /** Takes back what was put down. */
  void restore(StateReader in) {
    seen = in.whole("epoch.seen");
    firstOfEpoch = in.whole("epoch.first");
    sum = in.number("epoch.sum");
    weights = in.number("epoch.weights");
    mean = in.number("epoch.mean");
    firstCost = in.number("first");
    lowest = in.number("lowest");
    keptIteration = in.whole("kept");
    costs.set(in.doubles("history/costs"));
    clock.restore(in, state.iteration);
    if (seen > 0) {
      orders.fill(order, state.epoch);
    }
    learner.restore(in);
  }

  /**
   * Refuses to go on where another order or another length would have led elsewhere.
   *
   * @throws IllegalStateException if so, in one sentence
   */
  static void check(StateReader in, TrainingPlan plan, Order orders) {
    int iteration = in.whole("state.iteration");
    boolean within = in.whole("epoch.seen") > 0;
    boolean cut = !within && iteration % plan.iterationsPerEpoch() != 0;
    if (iteration > plan.iterations() || (cut && iteration < plan.iterations())) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "The checkpoint %s is of a training that %s %d updates, but here there are %d; give"
                  + " %s, or take an empty folder to begin anew.",
              in.file(),
              cut ? "ended within an epoch, after" : "has made",
              iteration,
              plan.iterations(),
              cut ? "that number" : "as many or more"));
    }
    if (within) {
      int[] order = Shuffle.identity(plan.samples());
      int epoch = in.whole("state.epoch");
      orders.fill(order, epoch);
      String here = DataFingerprint.of(order);
      if (!here.equals(in.text(ORDER))) {
        throw TrainingIdentity.another(
            in, "order of epoch " + epoch, "fingerprint " + in.text(ORDER), here);
      }
    }
  }

  /** What happened so far. */
  TrainingHistory history(Outcome outcome, double cost) {
    double[] all = costs.toArray();
    boolean unknown = all.length == 0 || Double.isNaN(cost);
    return new TrainingHistory(
        plan,
        outcome,
        all,
        cost,
        clock.seconds(),
        clock.stretches(state.iteration),
        unknown ? List.of() : diagnosis.hints(firstCost, all, cost, outcome.validation()));
  }
}

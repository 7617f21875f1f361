package dev.burin.train;

import dev.burin.data.Shuffle;
import dev.burin.kernel.Claim;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A training that is under way, step by step; {@link Trainer#begin} makes one, and {@link
 * Trainer#train} is a loop over it.
 *
 * <pre>{@code
 * try (Training training = trainer.begin(network, data)) {
 *   while (training.epoch()) {
 *     System.out.println(training.state());
 *   }
 * }
 * }</pre>
 *
 * <p>The network is claimed until {@link #close()}. One thread uses a training, the one that began
 * it.
 */
public final class Training implements AutoCloseable {

  private final TrainingPlan plan;
  private final TrainingState state;
  private final Claim claim;
  private final Learner learner;
  private final Order orders;
  private final int[] order;
  private final Watch watch;
  private final Diagnosis diagnosis;
  private final Audience audience;
  private final Costs costs = new Costs();
  private final Stopwatch clock;
  private final boolean backToBest;
  private Ending ending = Ending.NOT_YET;
  private OptionalInt restored = OptionalInt.empty();
  private double finalCost;
  private boolean inStep;
  private boolean closed;
  private int seen;
  private int firstOfEpoch;
  private double sum;
  private double weights;
  private double mean;
  private double firstCost;
  private double lowest = Double.POSITIVE_INFINITY;
  private int keptIteration;

  Training(
      TrainingPlan plan,
      Claim claim,
      Learner learner,
      Order orders,
      Watch watch,
      boolean backToBest,
      Audience audience,
      Diagnosis diagnosis) {
    this.plan = plan;
    this.state = new TrainingState(plan);
    this.claim = claim;
    this.learner = learner;
    this.orders = orders;
    this.watch = watch;
    this.backToBest = backToBest;
    this.audience = audience;
    this.diagnosis = diagnosis;
    this.clock = new Stopwatch(plan);
    this.order = Shuffle.identity(plan.samples());
  }

  /** Tells the listeners that it begins. */
  void start() {
    audience.started(plan);
  }

  /** How far the training is; the object stays the same and changes with it. */
  public TrainingState state() {
    return state;
  }

  /** Why the training is over, or {@link Ending#NOT_YET}. */
  public Ending ending() {
    return ending;
  }

  /**
   * Makes one update.
   *
   * @return whether one was made; false if the training was over before
   * @throws IllegalStateException if the training is closed, or a callback or listener calls this
   * @throws TrainingDivergedException if a cost is infinite or not a number; the network has its
   *     best parameters again
   */
  public boolean step() {
    checkOpen();
    if (inStep) {
      throw new IllegalStateException(
          "A training makes no step within a step; return a Verdict instead.");
    }
    if (ending != Ending.NOT_YET) {
      return false;
    }
    inStep = true;
    boolean done = false;
    try {
      update();
      done = true;
    } finally {
      inStep = false;
      ending = done ? ending : Ending.EXCEPTION;
    }
    return true;
  }

  /**
   * Makes the updates up to the end of the epoch, or of the training if that comes first.
   *
   * @return whether one was made; false if the training was over before
   * @throws IllegalStateException if the training is closed, or a callback or listener calls this
   * @throws TrainingDivergedException if a cost is infinite or not a number; the network has its
   *     best parameters again
   */
  public boolean epoch() {
    boolean made = step();
    while (made && seen > 0 && ending == Ending.NOT_YET) {
      made = step();
    }
    return made;
  }

  /**
   * What happened so far. Where the training is not over, the cost of all samples is computed for
   * it.
   *
   * @throws IllegalStateException if the training was closed before it was over
   */
  public TrainingHistory history() {
    if (ending == Ending.NOT_YET) {
      checkOpen();
    }
    double cost = ending == Ending.NOT_YET ? costOfAll() : finalCost;
    double[] all = costs.toArray();
    Outcome outcome =
        new Outcome(state.iteration, ending, restored, watch.validationCosts(), watch.metrics());
    return new TrainingHistory(
        plan,
        outcome,
        all,
        cost,
        clock.seconds(),
        clock.stretches(state.iteration),
        all.length == 0 ? Optional.empty() : diagnosis.hint(firstCost, all, cost));
  }

  /**
   * Gives the network the last parameters in place of the best, or the best in place of the last: a
   * training that went back to its best parameters keeps the last ones, and one that did not keeps
   * the best ones where {@link EarlyStopping}, {@link Trainer.Builder#restoreBest()} or a {@link
   * Callback} was given.
   *
   * @return whether the network has the best parameters now
   * @throws IllegalStateException if the training is not over, is closed, or kept none
   */
  public boolean exchange() {
    checkOpen();
    Snapshot snapshot = watch.snapshot();
    if (ending == Ending.NOT_YET || snapshot == null || state.bestEpoch < 0) {
      throw new IllegalStateException(
          "There are no other parameters: a training keeps its best ones from the first epoch on if"
              + " early stopping, restoreBest() or a callback is asked for, and exchanges them when"
              + " it is over.");
    }
    if (restored.isPresent()) {
      snapshot.swap();
      restored = OptionalInt.empty();
    } else {
      goBack(snapshot);
    }
    return restored.isPresent();
  }

  /**
   * Gives the network back, and tells the listeners that the training is over. Closing again does
   * nothing.
   */
  @Override
  public void close() {
    switch (end(null)) {
      case null -> {}
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      case Throwable e -> throw new IllegalStateException("A listener failed at the end.", e);
    }
  }

  /**
   * Ends the training.
   *
   * @param cause what broke it off, or null
   * @return the cause, or else what a listener threw
   */
  @Nullable Throwable end(@Nullable Throwable cause) {
    if (closed) {
      return cause;
    }
    closed = true;
    try {
      return audience.ended(cause);
    } finally {
      claim.close();
    }
  }

  @Override
  public String toString() {
    return "Training[" + state + ", " + ending + "]";
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The training is closed; begin another one.");
    }
  }

  private void update() {
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
    Verdict verdict = audience.afterStep(state);
    if (last) {
      lowest = Math.min(lowest, mean);
      endEpoch();
      verdict = Audience.most(verdict, audience.afterEpoch(state));
    }
    conclude(verdict, last);
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

  private void endEpoch() {
    seen = 0;
    costs.add(mean);
    state.epoch++;
    state.epochCost = mean;
    watch.epochEnded(state);
    audience.recorded(firstOfEpoch, mean);
  }

  /** Whether this was the last update, and why. */
  private void conclude(Verdict verdict, boolean last) {
    if (verdict != Verdict.GO_ON) {
      finish(Ending.CALLBACK, verdict == Verdict.STOP_WITH_BEST);
    } else if (state.iteration == plan.iterations()) {
      finish(Ending.COMPLETE, false);
    } else if (last && watch.patienceIsOver()) {
      finish(Ending.PATIENCE, true);
    } else if (watch.timeIsUp()) {
      finish(Ending.TIME_LIMIT, false);
    }
  }

  private void finish(Ending how, boolean withBest) {
    Snapshot snapshot = watch.snapshot();
    finalCost = finite(costOfAll());
    ending = how;
    if ((withBest || backToBest) && snapshot != null && state.bestEpoch >= 0) {
      // The last update of full batches may have been the best, which no epoch has told.
      boolean lastIsBest = costsAreOfTheirParameters() && finalCost <= state.best;
      if (!lastIsBest) {
        goBack(snapshot);
        finalCost = finite(costOfAll());
      }
    }
  }

  /** In full batches without validation samples, an epoch tells the cost before its update. */
  private boolean costsAreOfTheirParameters() {
    return plan.fullBatch() && !watch.validates();
  }

  private void goBack(Snapshot snapshot) {
    if (costsAreOfTheirParameters()) {
      snapshot.take();
      learner.restore();
    } else {
      snapshot.swap();
    }
    restored = OptionalInt.of(state.bestEpoch);
  }

  private double costOfAll() {
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

  private double finite(double cost) {
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
}

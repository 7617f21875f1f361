package dev.burin.train;

import dev.burin.network.Claim;
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

  private final TrainingState state;
  private final Claim claim;
  private final Steps steps;
  private final Watch watch;
  private final Audience audience;
  private final Limits limits;
  private final @Nullable Keeper keeper;
  private final boolean backToBest;
  private final FinalParameters last;
  private Ending ending = Ending.NOT_YET;
  private boolean inStep;
  private boolean closed;

  Training(
      TrainingState state,
      Claim claim,
      Steps steps,
      Watch watch,
      Limits limits,
      boolean backToBest,
      Audience audience,
      @Nullable Keeper keeper) {
    this.state = state;
    this.claim = claim;
    this.steps = steps;
    this.watch = watch;
    this.limits = limits;
    this.keeper = keeper;
    this.backToBest = backToBest;
    this.audience = audience;
    this.last = new FinalParameters(state, steps, watch);
  }

  /** Tells the listeners that it begins, and goes on from where it was saved. */
  void start() {
    StateReader found = keeper == null ? null : keeper.found();
    if (found != null) {
      restore(found);
    }
    limits.from(state.iteration);
    audience.started(state.plan());
    if (found != null) {
      audience.resumed(state);
      Ending over = over();
      if (over != Ending.NOT_YET) {
        finish(over);
      }
    }
  }

  private void restore(StateReader in) {
    state.restore(in);
    steps.restore(in);
    watch.restore(in, state);
    audience.restore(in);
  }

  /** Puts down all that it remembers between two steps. */
  void save(StateWriter out) {
    state.save(out);
    steps.save(out);
    watch.save(out);
    audience.save(out);
  }

  FinalParameters parameters() {
    return last;
  }

  /**
   * Saves the training as it is now, beside what {@link Checkpoints} says. A training that is
   * closed before it is over does so by itself.
   *
   * @throws IllegalStateException if the trainer has no folder for checkpoints, if the training is
   *     over or closed, or if a callback or listener calls this
   * @throws java.io.UncheckedIOException if the checkpoint cannot be written; older ones are left
   *     as they were
   */
  public void checkpoint() {
    checkOpen();
    if (keeper == null || inStep || ending != Ending.NOT_YET) {
      throw new IllegalStateException(
          "A training is saved between two steps, before it is over, and if its trainer was given"
              + " checkpoints(folder).");
    }
    keeper.write(this);
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
    while (made && steps.inEpoch() && ending == Ending.NOT_YET) {
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
    Outcome outcome =
        new Outcome(
            state.iteration, ending, last.restored(), watch.validationCosts(), watch.metrics());
    return steps.history(outcome, ending == Ending.NOT_YET ? steps.costOfAll() : last.cost());
  }

  /**
   * Gives the network the last parameters in place of the best, or the best in place of the last: a
   * training that went back to its best parameters keeps the last ones, and one that did not keeps
   * the best ones where {@link EarlyStopping}, {@link TrainerBuilder#restoreBest()} or a {@link
   * Callback} was given.
   *
   * @return whether the network has the best parameters now
   * @throws IllegalStateException if the training is not over, is closed, or kept none
   */
  public boolean exchange() {
    checkOpen();
    return last.exchange(ending != Ending.NOT_YET);
  }

  /**
   * Gives the network back, and tells the listeners that the training is over. One that is not over
   * is saved first, where the trainer was given checkpoints. Closing again does nothing.
   *
   * @throws java.io.UncheckedIOException if the checkpoint cannot be written
   */
  @Override
  public void close() {
    Throwable cause = null;
    try {
      if (!closed && keeper != null && ending == Ending.NOT_YET && !inStep) {
        keeper.write(this);
      }
    } catch (RuntimeException | Error e) {
      cause = e;
    }
    switch (end(cause)) {
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
      if (keeper != null) {
        keeper.close();
      }
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
    boolean whole = steps.update();
    state.verdict = audience.afterStep(state);
    if (whole) {
      steps.endEpoch();
      epochEnded();
    }
    Ending over = over();
    Ending stop = over == Ending.NOT_YET ? limits.reached(state.iteration) : over;
    if (keeper != null && (stop != Ending.NOT_YET || keeper.due(state, whole))) {
      // Before the end changes anything, so that a longer training may go on from here.
      keeper.write(this);
    }
    if (stop != Ending.NOT_YET) {
      finish(stop);
    }
  }

  private void epochEnded() {
    watch.epochEnded(state);
    audience.recorded(steps.firstOfEpoch(), state.epochCost);
    audience.measured(state);
    state.verdict = Audience.most(state.verdict, audience.afterEpoch(state));
  }

  /** Whether no other run can go on, and why. */
  private Ending over() {
    if (state.verdict != Verdict.GO_ON) {
      return Ending.CALLBACK;
    }
    if (state.iteration == state.plan().iterations()) {
      return Ending.COMPLETE;
    }
    return watch.patienceIsOver() ? Ending.PATIENCE : Ending.NOT_YET;
  }

  private void finish(Ending how) {
    if (steps.inEpoch()) {
      steps.cutEpoch();
      epochEnded();
    }
    boolean best = backToBest || how == Ending.PATIENCE || state.verdict == Verdict.STOP_WITH_BEST;
    last.choose(best);
    ending = how;
  }
}

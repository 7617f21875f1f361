package dev.burin.train;

import dev.burin.network.Claim;
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

  private final TrainingState state;
  private final Claim claim;
  private final Steps steps;
  private final Watch watch;
  private final Audience audience;
  private final boolean backToBest;
  private Ending ending = Ending.NOT_YET;
  private OptionalInt restored = OptionalInt.empty();
  private double finalCost = Double.NaN;
  private boolean inStep;
  private boolean closed;

  Training(
      TrainingState state,
      Claim claim,
      Steps steps,
      Watch watch,
      boolean backToBest,
      Audience audience) {
    this.state = state;
    this.claim = claim;
    this.steps = steps;
    this.watch = watch;
    this.backToBest = backToBest;
    this.audience = audience;
  }

  /** Tells the listeners that it begins. */
  void start() {
    audience.started(state.plan());
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
        new Outcome(state.iteration, ending, restored, watch.validationCosts(), watch.metrics());
    return steps.history(outcome, ending == Ending.NOT_YET ? steps.costOfAll() : finalCost);
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
    boolean last = steps.update();
    Verdict verdict = audience.afterStep(state);
    if (last) {
      steps.endEpoch();
      watch.epochEnded(state);
      audience.recorded(steps.firstOfEpoch(), state.epochCost);
      verdict = Audience.most(verdict, audience.afterEpoch(state));
    }
    conclude(verdict, last);
  }

  /** Whether this was the last update, and why. */
  private void conclude(Verdict verdict, boolean last) {
    if (verdict != Verdict.GO_ON) {
      finish(Ending.CALLBACK, verdict == Verdict.STOP_WITH_BEST);
    } else if (state.iteration == state.plan().iterations()) {
      finish(Ending.COMPLETE, false);
    } else if (last && watch.patienceIsOver()) {
      finish(Ending.PATIENCE, true);
    } else if (watch.timeIsUp()) {
      finish(Ending.TIME_LIMIT, false);
    }
  }

  private void finish(Ending how, boolean withBest) {
    Snapshot snapshot = watch.snapshot();
    finalCost = steps.finite(steps.costOfAll());
    ending = how;
    if ((withBest || backToBest) && snapshot != null && state.bestEpoch >= 0) {
      // The last update of full batches may have been the best, which no epoch has told.
      boolean lastIsBest = costsAreOfTheirParameters() && finalCost <= state.best;
      if (!lastIsBest) {
        goBack(snapshot);
        finalCost = steps.finite(steps.costOfAll());
      }
    }
  }

  /** In full batches without validation samples, an epoch tells the cost before its update. */
  private boolean costsAreOfTheirParameters() {
    return state.plan().fullBatch() && !watch.validates();
  }

  private void goBack(Snapshot snapshot) {
    if (costsAreOfTheirParameters()) {
      snapshot.take();
      steps.restore();
    } else {
      snapshot.swap();
    }
    restored = OptionalInt.of(state.bestEpoch);
  }
}

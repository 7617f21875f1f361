package dev.burin.train;

import dev.burin.network.NeuralNetwork;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Which parameters a training ends with, the last ones or the best, and what they cost. */
final class FinalParameters {

  private final TrainingState state;
  private final Steps steps;
  private final Watch watch;
  private OptionalInt restored = OptionalInt.empty();
  private double cost = Double.NaN;

  FinalParameters(TrainingState state, Steps steps, Watch watch) {
    this.state = state;
    this.steps = steps;
    this.watch = watch;
  }

  /** The cost of all samples; NaN before the end. */
  double cost() {
    return cost;
  }

  /** The epoch whose parameters the network went back to. */
  OptionalInt restored() {
    return restored;
  }

  /** The training is over: the network keeps the last parameters or goes back to the best. */
  void choose(boolean best) {
    Snapshot snapshot = watch.snapshot();
    cost = steps.finite(steps.costOfAll());
    if (best && snapshot != null && state.bestEpoch >= 0) {
      // The last update of full batches may have been the best, which no epoch has told.
      boolean lastIsBest = costsAreOfTheirParameters() && cost <= state.best;
      if (!lastIsBest) {
        goBack(snapshot);
        cost = steps.finite(steps.costOfAll());
      }
    }
  }

  /** Exchanges the last parameters and the best; whether the network has the best ones now. */
  boolean exchange(boolean over) {
    Snapshot snapshot = watch.snapshot();
    if (!over || snapshot == null || state.bestEpoch < 0) {
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

  /** A network with the best parameters so far; there is a best epoch. */
  NeuralNetwork best() {
    @Nullable Snapshot snapshot = watch.snapshot();
    return snapshot == null || costsAreOfTheirParameters() ? steps.best() : snapshot.network();
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

package dev.burin.train;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Watches how good a training gets, keeps its best parameters, and knows when to end it. */
final class Watch {

  private static final double[] NONE = {};

  private final @Nullable Validation validation;
  private final @Nullable EarlyStopping stopping;
  private final @Nullable Snapshot snapshot;
  private final @Nullable Duration limit;
  private final long start = System.nanoTime();
  private double reference = Double.POSITIVE_INFINITY;
  private int worse;

  /**
   * A watch for one training.
   *
   * @param snapshot where the best parameters are kept, or null if nobody will want them
   * @param limit the time that the training may take, or null
   */
  Watch(
      @Nullable Validation validation,
      @Nullable EarlyStopping stopping,
      @Nullable Snapshot snapshot,
      @Nullable Duration limit) {
    this.validation = validation;
    this.stopping = stopping;
    this.snapshot = snapshot;
    this.limit = limit;
  }

  boolean validates() {
    return validation != null;
  }

  /** Measures after an epoch, and takes the parameters if they are the best so far. */
  void epochEnded(TrainingState state) {
    double value = state.epochCost;
    if (validation != null) {
      value = validation.measure();
      state.validationCost = value;
    }
    if (value < state.best) {
      state.best = value;
      state.bestEpoch = state.epoch - 1;
      if (snapshot != null) {
        snapshot.take();
      }
    }
    if (stopping != null && value < reference - stopping.least()) {
      reference = value;
      worse = 0;
    } else {
      worse++;
    }
  }

  boolean patienceIsOver() {
    return stopping != null && worse >= stopping.patience();
  }

  boolean timeIsUp() {
    return limit != null && limit.minusNanos(System.nanoTime() - start).isNegative();
  }

  @Nullable Snapshot snapshot() {
    return snapshot;
  }

  double[] validationCosts() {
    return validation == null ? NONE : validation.costs();
  }

  Map<String, double[]> metrics() {
    return validation == null ? Map.of() : validation.metrics();
  }
}

package dev.burin.train;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Watches how good a training gets, keeps its best parameters, and knows when to end it. */
final class Watch {

  private static final double[] NONE = {};

  private final @Nullable Validation validation;
  private final @Nullable EarlyStopping stopping;
  private final @Nullable Snapshot snapshot;
  private final Plateau plateau;
  private double reference = Double.POSITIVE_INFINITY;
  private int worse;

  /**
   * A watch for one training.
   *
   * @param snapshot where the best parameters are kept, or null if nobody will want them
   * @param plateau what makes the learning rate smaller
   */
  Watch(
      @Nullable Validation validation,
      @Nullable EarlyStopping stopping,
      @Nullable Snapshot snapshot,
      Plateau plateau) {
    this.validation = validation;
    this.stopping = stopping;
    this.snapshot = snapshot;
    this.plateau = plateau;
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
      state.metrics = validation.latest();
    }
    if (value < state.best) {
      state.best = value;
      state.bestEpoch = state.epoch - 1;
      if (snapshot != null) {
        snapshot.take();
      }
    }
    plateau.epochEnded(value);
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

  @Nullable Snapshot snapshot() {
    return snapshot;
  }

  /** Puts down what is remembered of earlier epochs. */
  void save(StateWriter out) {
    out.number("watch.reference", reference);
    out.whole("watch.worse", worse);
    plateau.save(out);
    if (snapshot != null) {
      snapshot.save(out);
    }
    if (validation != null) {
      validation.save(out);
    }
  }

  /** Takes back what was put down. */
  void restore(StateReader in, TrainingState state) {
    reference = in.number("watch.reference");
    worse = in.whole("watch.worse");
    plateau.restore(in);
    if (snapshot != null) {
      snapshot.restore(in);
    }
    if (validation != null) {
      validation.restore(in);
      state.metrics = validation.latest();
    }
  }

  double[] validationCosts() {
    return validation == null ? NONE : validation.costs();
  }

  Map<String, double[]> metrics() {
    return validation == null ? Map.of() : validation.metrics();
  }
}

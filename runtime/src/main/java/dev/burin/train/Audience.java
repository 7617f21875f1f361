package dev.burin.train;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is told about a training, and who is asked. */
final class Audience {

  private final List<TrainingListener> listeners;
  private final List<Callback> callbacks;

  Audience(List<TrainingListener> listeners, List<Callback> callbacks) {
    this.listeners = listeners;
    this.callbacks = callbacks;
  }

  /** Whether somebody may want the best parameters. */
  boolean decides() {
    return !callbacks.isEmpty();
  }

  void started(TrainingPlan plan) {
    for (TrainingListener listener : listeners) {
      listener.started(plan);
    }
  }

  void resumed(TrainingState state) {
    for (TrainingListener listener : listeners) {
      listener.resumed(state);
    }
  }

  /** Puts down what callbacks remember. */
  void save(StateWriter out) {
    for (int i = 0; i < callbacks.size(); i++) {
      String remembered = callbacks.get(i).save();
      out.text(
          "callback." + i,
          Objects.requireNonNull(remembered, "A callback saves null; give \"\" for nothing."));
    }
  }

  /** Gives callbacks back what they remembered. */
  void restore(StateReader in) {
    for (int i = 0; i < callbacks.size(); i++) {
      callbacks.get(i).restore(in.text("callback." + i));
    }
  }

  void stepped(int iteration, double cost) {
    for (TrainingListener listener : listeners) {
      listener.stepped(iteration, cost);
    }
  }

  void recorded(int iteration, double cost) {
    for (TrainingListener listener : listeners) {
      listener.recorded(iteration, cost);
    }
  }

  void measured(TrainingState state) {
    for (TrainingListener listener : listeners) {
      listener.measured(state);
    }
  }

  /** All are asked; the verdict that stops most. */
  Verdict afterStep(TrainingState state) {
    Verdict most = Verdict.GO_ON;
    for (Callback callback : callbacks) {
      most = most(most, callback.stepped(state));
    }
    return most;
  }

  /** All are asked; the verdict that stops most. */
  Verdict afterEpoch(TrainingState state) {
    Verdict most = Verdict.GO_ON;
    for (Callback callback : callbacks) {
      most = most(most, callback.epochEnded(state));
    }
    return most;
  }

  static Verdict most(Verdict one, Verdict other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /**
   * Tells every listener of the end, whatever others throw.
   *
   * @param cause what broke the training off; it stays in front
   * @return the cause, or else what a listener threw first
   */
  @Nullable Throwable ended(@Nullable Throwable cause) {
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
}

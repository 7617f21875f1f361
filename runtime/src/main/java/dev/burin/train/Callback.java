package dev.burin.train;

/**
 * Decides while a training runs whether it goes on, on the thread that trains. Where several are
 * asked, all are, and the verdict that stops most counts.
 *
 * <p>An exception ends the training, as one of a {@link TrainingListener} does. What a callback
 * remembers belongs into {@link #save()}, so that a training goes on from a checkpoint as if it had
 * never stopped.
 */
public interface Callback {

  /** An update was made. */
  default Verdict stepped(TrainingState state) {
    return Verdict.GO_ON;
  }

  /** An epoch is over, validation included. */
  default Verdict epochEnded(TrainingState state) {
    return Verdict.GO_ON;
  }

  /**
   * What this remembers from call to call, for a checkpoint; empty where that is nothing. Numbers
   * come back with the same bits from {@link Double#toString(double)} and {@link
   * Double#parseDouble}.
   */
  default String save() {
    return "";
  }

  /**
   * Takes back what {@link #save()} gave, before the first call of a training that goes on.
   *
   * @param remembered what the callback in the same place gave
   */
  default void restore(String remembered) {}
}

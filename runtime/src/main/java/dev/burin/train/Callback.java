package dev.burin.train;

/**
 * Decides while a training runs whether it goes on, on the thread that trains. Where several are
 * asked, all are, and the verdict that stops most counts.
 *
 * <p>An exception ends the training, as one of a {@link TrainingListener} does.
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
}

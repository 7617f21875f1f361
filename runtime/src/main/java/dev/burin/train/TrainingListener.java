package dev.burin.train;

/**
 * What is told about a training while it runs, on the thread that trains. The time that a listener
 * takes is not counted in {@link TrainingHistory#seconds()}.
 */
public interface TrainingListener {

  /** The training begins. */
  default void started(TrainingPlan plan) {}

  /**
   * A batch has been seen, before its update.
   *
   * @param iteration the number of updates made so far
   * @param cost the mean cost of this batch under the parameters before the update
   */
  default void stepped(int iteration, double cost) {}

  /**
   * An entry has been added to the cost history.
   *
   * @param iteration the number of updates made when the entry's first sample was seen
   * @param cost the mean cost over the samples of one epoch, each as it was seen
   */
  default void recorded(int iteration, double cost) {}

  /** The training is over, be it complete or broken off by an exception; always the last call. */
  default void ended() {}
}

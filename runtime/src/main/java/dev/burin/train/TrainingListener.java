package dev.burin.train;

/**
 * What is told about a training while it runs, on the thread that trains. The time that a listener
 * takes is not counted in {@link TrainingHistory#seconds()}.
 *
 * <p>A listener ends a training by throwing an exception, which comes out of {@code train}. The
 * network then keeps the parameters that it has: after n updates when {@code stepped(n, ..)} threw,
 * and after all updates of the epoch when {@code recorded} did.
 */
public interface TrainingListener {

  /** The training begins. */
  default void started(TrainingPlan plan) {}

  /**
   * The training goes on from a checkpoint, right after {@link #started}.
   *
   * @param state how far it is
   */
  default void resumed(TrainingState state) {}

  /**
   * A batch has been seen, before its update.
   *
   * @param iteration the number of updates made so far
   * @param cost the mean cost of this batch under the parameters before the update
   */
  default void stepped(int iteration, double cost) {}

  /**
   * An epoch is over, and its entry has been added to the cost history.
   *
   * <p>In full batches the cost is that of all samples after {@code iteration} updates. In
   * mini-batches it is a mean over the epoch, in which the parameters moved at each batch: that of
   * the first entry is not the cost before the first update, which is told by {@code stepped(0,
   * ..)} for the first batch. {@link TrainingPlan#iterationsAfter} has the number of updates at the
   * end of the epoch.
   *
   * @param iteration the number of updates made when the entry's first sample was seen
   * @param cost the mean cost over the samples of one epoch, each as it was seen
   */
  default void recorded(int iteration, double cost) {}

  /**
   * An epoch is over, and the validation samples have been measured; after {@link #recorded}.
   *
   * @param state how far the training is, with {@link TrainingState#validationCost()} and {@link
   *     TrainingState#metrics()} where there are validation samples
   */
  default void measured(TrainingState state) {}

  /**
   * The training is over, be it complete or broken off by an exception; always the last call. What
   * this method throws is added to such an exception as a suppressed one, and all other listeners
   * are told nevertheless.
   */
  default void ended() {}
}

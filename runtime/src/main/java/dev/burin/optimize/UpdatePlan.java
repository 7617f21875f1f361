package dev.burin.optimize;

import java.util.Objects;

/**
 * All that decides how parameters move in a training.
 *
 * @param optimizer the rule
 * @param decay the weight decay beside that of the optimizer
 * @param clip what bounds gradients
 * @param schedule how the learning rate changes
 */
public record UpdatePlan(Optimizer optimizer, WeightDecay decay, Clip clip, Schedule schedule) {

  /** Checks that nothing is null. */
  public UpdatePlan {
    Objects.requireNonNull(optimizer, "The optimizer is null; give one, such as new Sgd(0.1).");
    Objects.requireNonNull(decay, "The weight decay is null; WeightDecay.NONE is none.");
    Objects.requireNonNull(clip, "The clipping is null; Clip.NONE is none.");
    Objects.requireNonNull(schedule, "The schedule is null; Schedule.constant() is none.");
  }

  /** An optimizer by itself. */
  public static UpdatePlan of(Optimizer optimizer) {
    return new UpdatePlan(optimizer, WeightDecay.NONE, Clip.NONE, Schedule.constant());
  }

  /**
   * Refuses factors of decay that a float network cannot hold; optimizers look at their own
   * settings.
   *
   * @throws IllegalArgumentException if one is 0 or infinite only in float
   */
  public void checkInFloat() {
    decay.checkInFloat();
    optimizer.decay().checkInFloat();
    if (clip.kind() != Clip.Kind.NONE) {
      Rates.inFloat("limit of gradients", clip.limit());
    }
  }

  /** The learning rate of an update. */
  double learningRate(long update, int epoch) {
    double rate = optimizer.learningRate() * schedule.factor(update, epoch);
    boolean unknown = Double.isNaN(optimizer.learningRate());
    if ((!(rate >= 0) && !unknown) || Double.isInfinite(rate)) {
      throw new IllegalStateException(
          "The schedule makes the learning rate "
              + rate
              + " after "
              + update
              + " updates; its factors must be finite and at least 0.");
    }
    return rate;
  }

  /** The momentum or beta1 of an update. */
  double momentum(long update, int epoch) {
    double momentum = schedule.momentum(update, epoch, optimizer.momentum());
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalStateException(
          "The schedule makes the momentum "
              + momentum
              + " after "
              + update
              + " updates; it must be at least 0 and below 1.");
    }
    return momentum;
  }
}

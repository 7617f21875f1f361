package dev.burin.optimize;

/**
 * How the learning rate changes in the course of a training: a pure function of how far the
 * training is, so that one that goes on later needs nothing but its number of updates.
 */
public interface Schedule {

  /** The learning rate stays as it is. */
  static Schedule constant() {
    return new ConstantSchedule();
  }

  /** A curve over the number of updates made before. */
  static Schedule byUpdate(Curve curve) {
    return new UpdateSchedule(curve);
  }

  /** A curve over the number of whole passes over the data made before. */
  static Schedule byEpoch(Curve curve) {
    return new EpochSchedule(curve);
  }

  /**
   * What the learning rate of the optimizer is multiplied by.
   *
   * @param update the number of updates made before, from 0
   * @param epoch the number of whole passes over the data made before, from 0
   * @return a finite number, at least 0
   */
  double factor(long update, int epoch);

  /**
   * The momentum, or the beta1 of Adam, of an update.
   *
   * @param update the number of updates made before, from 0
   * @param epoch the number of whole passes over the data made before, from 0
   * @param momentum what the optimizer has
   * @return at least 0 and below 1
   */
  default double momentum(long update, int epoch, double momentum) {
    return momentum;
  }
}

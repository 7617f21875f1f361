package dev.burin.optimize;

import java.util.Arrays;

/**
 * The shape of a {@link Schedule}: a pure function of a count t = 0, 1, 2, ..., and it is the
 * schedule that says of what, {@link Schedule#byUpdate updates} or {@link Schedule#byEpoch epochs}.
 * The factors multiply the learning rate of the optimizer, so that 1 is that rate itself.
 */
@FunctionalInterface
public interface Curve {

  /** What the learning rate is multiplied by at a count: finite, at least 0. */
  double factor(long t);

  /**
   * The momentum, or the beta1 of Adam, at a count; that of the optimizer unless a curve moves it.
   */
  default double momentum(long t, double momentum) {
    return momentum;
  }

  /**
   * {@code gamma^floor(t / every)}.
   *
   * @throws IllegalArgumentException if every is below 1, or gamma not positive and finite
   */
  static Curve step(long every, double gamma) {
    return new StepCurve(every, gamma);
  }

  /**
   * {@code gamma^n}, n the number of milestones up to and with t.
   *
   * @param milestones ascending, 1 or more each
   * @throws IllegalArgumentException if they are not, or gamma is not positive and finite
   */
  static Curve multiStep(double gamma, long... milestones) {
    return new MultiStepCurve(gamma, Arrays.stream(milestones).boxed().toList());
  }

  /**
   * {@code gamma^t}.
   *
   * @throws IllegalArgumentException if gamma is not positive and finite
   */
  static Curve exponential(double gamma) {
    return new ExponentialCurve(1, gamma);
  }

  /**
   * {@code gamma^(t / every)}, without stairs; {@link #step} has them.
   *
   * @throws IllegalArgumentException if every is below 1, or gamma not positive and finite
   */
  static Curve exponential(long every, double gamma) {
    return new ExponentialCurve(every, gamma);
  }

  /**
   * {@code end + (1 - end) (1 - min(t, total)/total)^power}: linear for the power 1.
   *
   * @throws IllegalArgumentException if total is below 1, power not positive and finite, or end not
   *     from 0 to 1
   */
  static Curve polynomial(long total, double power, double end) {
    return new PolynomialCurve(total, power, end, false);
  }

  /** As {@link #polynomial}, but each time it arrives its total becomes the next multiple of it. */
  static Curve polynomialCycles(long total, double power, double end) {
    return new PolynomialCurve(total, power, end, true);
  }

  /**
   * {@code 1/(1 + rate t/every)}.
   *
   * @throws IllegalArgumentException if every is below 1, or rate negative or not finite
   */
  static Curve inverseTime(long every, double rate) {
    return new InverseTimeCurve(every, rate, false);
  }

  /** {@code 1/(1 + rate floor(t/every))}; see {@link #inverseTime}. */
  static Curve inverseTimeStairs(long every, double rate) {
    return new InverseTimeCurve(every, rate, true);
  }

  /**
   * {@code 1/(t + 1)^power}.
   *
   * @throws IllegalArgumentException if power is not positive and finite
   */
  static Curve inverseScaling(double power) {
    return new InverseScalingCurve(power);
  }

  /**
   * Half a wave of the cosine, from 1 to end, where it stays: {@code end + (1 - end) (1 + cos(pi
   * min(t, total)/total))/2} (I. Loshchilov and F. Hutter, "SGDR", 2017).
   *
   * @throws IllegalArgumentException if total is below 1, or end not from 0 to 1
   */
  static Curve cosine(long total, double end) {
    return new CosineCurve(total, end);
  }

  /**
   * Half waves of the cosine, one after the other, of first, first * times, first * times * times,
   * ... counts; each begins at 1, and the next one begins where end would be reached.
   *
   * @throws IllegalArgumentException if first or times is below 1, or end not from 0 to 1
   */
  static Curve cosineRestarts(long first, long times, double end) {
    return new CosineRestartsCurve(first, times, end);
  }

  /**
   * One cycle (L. Smith and N. Topin, "Super-Convergence", 2018) with PyTorch's defaults: over
   * three tenths of the total up from 1/25 to 1, which is the rate of the optimizer, then down to
   * 1/250,000, each along half a wave of the cosine, while the momentum goes down from 0.95 to 0.85
   * and up again.
   *
   * @throws IllegalArgumentException if total is below 2
   */
  static OneCycle oneCycle(long total) {
    return new OneCycle(total);
  }

  /**
   * This curve after a linear rise from start to where it begins, over some counts: {@code start +
   * (1 - start) t/counts} times its first factor; then it begins.
   *
   * @param counts 1 or more
   * @param start from 0 to 1; from exactly 0 the first update does nothing
   * @throws IllegalArgumentException if one is out of its range
   */
  default Curve afterWarmUp(long counts, double start) {
    return new WarmUpCurve(this, counts, start);
  }
}

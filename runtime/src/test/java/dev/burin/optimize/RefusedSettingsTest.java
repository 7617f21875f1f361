package dev.burin.optimize;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that make nothing of a training are refused, in one sentence that names them. */
class RefusedSettingsTest {

  private static Stream<DoubleFunction<Object>> settings() {
    return Stream.of(
        Sgd::new,
        rate -> new Momentum(rate, 0.9),
        mu -> new Momentum(0.1, mu),
        share -> new Momentum(0.1, 0.9).withDampening(share),
        rate -> new Nesterov(rate, 0.9),
        mu -> new Nesterov(0.1, mu),
        AdaGrad::new,
        initial -> new AdaGrad(0.1).withInitial(initial),
        decay -> new AdaGrad(0.1).withRateDecay(decay),
        epsilon -> new AdaGrad(0.1).withEpsilon(epsilon),
        RmsProp::new,
        alpha -> new RmsProp(0.1).withAlpha(alpha),
        epsilon -> new RmsProp(0.1).withEpsilon(epsilon),
        mu -> new RmsProp(0.1).withMomentum(mu),
        Adam::new,
        beta -> new Adam(0.1).withBetas(beta, 0.999),
        beta -> new Adam(0.1).withBetas(0.9, beta),
        epsilon -> new Adam(0.1).withEpsilon(epsilon),
        AdamW::new,
        decay -> new AdamW(0.1, decay),
        WeightDecay::l2,
        WeightDecay::l1,
        WeightDecay::decoupled,
        Clip::byValue,
        Clip::byNorm,
        Clip::byExactNorm,
        Clip::byTensorNorm,
        gamma -> Curve.step(3, gamma),
        gamma -> Curve.multiStep(gamma, 3),
        Curve::exponential,
        power -> Curve.polynomial(3, power, 0),
        end -> Curve.polynomial(3, 1, end),
        rate -> Curve.inverseTime(3, rate),
        Curve::inverseScaling,
        end -> Curve.cosine(3, end),
        end -> Curve.cosineRestarts(3, 2, end),
        start -> Curve.cosine(3, 0).afterWarmUp(3, start),
        rise -> Curve.oneCycle(30).withRise(rise),
        divisor -> Curve.oneCycle(30).withDivisors(divisor, 10),
        divisor -> Curve.oneCycle(30).withDivisors(10, divisor),
        low -> Curve.oneCycle(30).withMomentum(low, 0.9),
        high -> Curve.oneCycle(30).withMomentum(0.1, high));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void whatIsNoNumberOrInfiniteOrNegativeIsRefused(DoubleFunction<Object> setting) {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
      refused(() -> setting.apply(value), String.valueOf(value));
    }
  }

  private static Stream<Runnable> counts() {
    return Stream.of(
        () -> Curve.step(0, 0.1),
        () -> Curve.exponential(0, 0.1),
        () -> Curve.polynomial(0, 1, 0),
        () -> Curve.inverseTime(0, 1),
        () -> Curve.cosine(0, 0),
        () -> Curve.cosineRestarts(0, 1, 0),
        () -> Curve.cosineRestarts(1, 0, 0),
        () -> Curve.oneCycle(0),
        () -> Curve.cosine(1, 0).afterWarmUp(0, 0),
        () -> Curve.multiStep(0.1, 0));
  }

  @ParameterizedTest
  @MethodSource("counts")
  void aScheduleOfNoCountsIsRefused(Runnable curve) {
    refused(curve::run, "of the schedule");
  }

  @ParameterizedTest
  @MethodSource("families")
  void whatOneFamilyDoesNotHaveIsRefused(Runnable made) {
    refused(made::run, "the form of Keras has none");
  }

  private static Stream<Runnable> families() {
    return Stream.of(
        () -> Momentum.keras(0.1, 0.9).withDampening(0.5),
        () -> AdaGrad.keras(0.1).withRateDecay(0.5));
  }

  private static void refused(ThrowingCallable made, String part) {
    assertThatThrownBy(made)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part)
        .hasMessageMatching("[A-Z][^\\n]*\\.");
  }
}

package dev.burin.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands around a rule: decay, clipping and schedules, and what they leave alone. */
class UpdateTest {

  private static final ParameterLayout LAYOUT =
      ParameterLayout.of(
          NetworkShape.of(
              Loss.MEAN_SQUARED_ERROR,
              Precision.DOUBLE,
              LayerShape.of(3, 5, Activation.TANH),
              LayerShape.of(5, 2, Activation.IDENTITY)));

  private static final LayerLayout[] LAYERS = LAYOUT.layers().toArray(LayerLayout[]::new);

  private static double[] numbers(long seed) {
    double[] numbers = new double[LAYOUT.length()];
    Random random = new Random(seed);
    for (LayerLayout layer : LAYOUT.layers()) {
      for (int j = 0; j < layer.out(); j++) {
        for (int k = 0; k < layer.in(); k++) {
          numbers[layer.weight(j, k)] = random.nextGaussian();
        }
        numbers[layer.bias(j)] = random.nextGaussian();
      }
    }
    return numbers;
  }

  private static double[] after(UpdatePlan plan, int updates) {
    double[] p = numbers(1);
    DoubleUpdate update = new DoubleUpdate(plan, LAYOUT);
    for (int t = 0; t < updates; t++) {
      move(update, t, p, numbers(2 + t));
    }
    return p;
  }

  private static void move(DoubleUpdate update, int t, double[] p, double[] g) {
    update.begin(t, 0, p, g);
    for (LayerLayout layer : LAYOUT.layers()) {
      update.weights().move(p, layer.weights(), layer.bias(), g, layer.weights());
      update.biases().move(p, layer.bias(), layer.end(), g, layer.bias());
    }
  }

  private static List<Optimizer> rules() {
    return List.of(
        new Sgd(0.1),
        new Momentum(0.1, 0.9),
        new Nesterov(0.1, 0.9),
        new AdaGrad(0.1),
        new RmsProp(0.1).asCentered().withMomentum(0.9),
        new Adam(0.1));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatDoesNothingChangesNoBit(Optimizer rule) {
    double[] plain = after(UpdatePlan.of(rule), 5);
    WeightDecay none = new WeightDecay(0, 0, 0, true);
    Schedule ones = Schedule.byUpdate(Curve.step(1, 1));
    for (Clip clip :
        List.of(Clip.NONE, Clip.byValue(1e9), Clip.byNorm(1e9), Clip.byTensorNorm(1e9))) {
      assertThat(after(new UpdatePlan(rule, none, clip, ones), 5)).isEqualTo(plain);
    }
  }

  @Test
  void amsgradAndDecayOfZeroHaveTheBitsOfTheirPlainForms() {
    assertThat(after(UpdatePlan.of(new AdamW(0.1, 0)), 5))
        .isEqualTo(after(UpdatePlan.of(new Adam(0.1)), 5));
    assertThat(after(UpdatePlan.of(new Nesterov(0.1, 0)), 5))
        .isEqualTo(after(UpdatePlan.of(new Sgd(0.1)), 5));
    assertThat(after(UpdatePlan.of(new Momentum(0.1, 0)), 5))
        .isEqualTo(after(UpdatePlan.of(new Sgd(0.1)), 5));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void paddingStaysZero(Optimizer rule) {
    UpdatePlan plan =
        new UpdatePlan(
            rule, new WeightDecay(0.1, 0.1, 0.1, true), Clip.byNorm(1e-3), Schedule.constant());
    double[] p = after(plan, 3);
    double[] used = numbers(1);
    for (int i = 0; i < p.length; i++) {
      if (used[i] == 0) {
        assertThat(p[i]).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void stateWrittenBackGoesOnWithTheSameBits(Optimizer rule) {
    UpdatePlan plan =
        new UpdatePlan(
            rule, WeightDecay.l2(0.01), Clip.byNorm(1), Schedule.byUpdate(Curve.oneCycle(20)));
    double[] whole = after(plan, 20);
    for (int stop : new int[] {1, 2, 10, 19}) {
      double[] p = after(plan, stop);
      DoubleUpdate first = new DoubleUpdate(plan, LAYOUT);
      double[] q = numbers(1);
      for (int t = 0; t < stop; t++) {
        move(first, t, q, numbers(2 + t));
      }
      DoubleUpdate second = new DoubleUpdate(plan, LAYOUT);
      for (String name : first.slots().names()) {
        double[] from = first.slots().get(name);
        System.arraycopy(from, 0, second.slots().get(name), 0, from.length);
      }
      for (int t = stop; t < 20; t++) {
        move(second, t, p, numbers(2 + t));
      }
      assertThat(p).isEqualTo(whole);
    }
  }

  @Test
  void aConstantGradientKeepsTheCenteredRootReal() {
    Steps.Floats training = new Steps.Floats(new RmsProp(0.01).asCentered(), 1);
    float[] p = {0};
    for (int t = 0; t < 3000; t++) {
      training.move(p, 0.1f);
      assertThat(p[0]).isFinite();
    }
  }

  @Test
  void theLengthOfAGradientIsThatOfItsSquares() {
    double[] g = numbers(7);
    double squares = 0;
    for (double each : g) {
      squares += each * each;
    }
    assertThat(DoubleClip.squares(g, 0, g.length)).isCloseTo(squares, within(1e-12));
    DoubleClip.lengths(Clip.byExactNorm(0.5), g, LAYERS);
    assertThat(Math.sqrt(DoubleClip.squares(g, 0, g.length))).isCloseTo(0.5, within(1e-15));
  }

  @Test
  void lengthsOfZeroAndInfinityMakeNoNaN() {
    double[] zero = new double[LAYOUT.length()];
    DoubleClip.lengths(Clip.byNorm(1), zero, LAYERS);
    assertThat(zero).containsOnly(0);
    double[] huge = numbers(3);
    for (int i = 0; i < huge.length; i++) {
      huge[i] *= 1e200;
    }
    DoubleClip.lengths(Clip.byExactNorm(1), huge, LAYERS);
    for (double each : huge) {
      assertThat(Math.abs(each)).isZero();
    }
  }

  @Test
  void schedulesThatGiveNoRateAreRefusedWhereTheyDo() {
    Curve bad = t -> t < 3 ? 1 : Double.NaN;
    UpdatePlan plan =
        new UpdatePlan(new Sgd(0.1), WeightDecay.NONE, Clip.NONE, Schedule.byUpdate(bad));
    assertThatThrownBy(() -> after(plan, 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The schedule makes the learning rate NaN after 3 updates; its factors must be finite"
                + " and at least 0.");
  }

  @Test
  void epochsCountWhereTheScheduleSaysSo() {
    Schedule schedule = Schedule.byEpoch(Curve.step(2, 0.5));
    assertThat(schedule.factor(1000, 1)).isEqualTo(1);
    assertThat(schedule.factor(0, 4)).isEqualTo(0.25);
  }

  @Test
  void curvesStayAtTheirEnds() {
    assertThat(Curve.cosine(10, 0.1).factor(1_000_000)).isEqualTo(0.1);
    assertThat(Curve.polynomial(10, 2, 0.25).factor(1_000_000)).isEqualTo(0.25);
    assertThat(Curve.oneCycle(10).factor(1_000_000)).isCloseTo(1 / 25e4, within(1e-18));
    assertThat(Curve.cosineRestarts(3, 1, 0).factor(3_000_000_000L)).isEqualTo(1);
  }
}

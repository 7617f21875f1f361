package dev.burin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.burin.optimize.AdaGrad;
import dev.burin.optimize.Adam;
import dev.burin.optimize.DoubleRule;
import dev.burin.optimize.DoubleSlots;
import dev.burin.optimize.FloatRule;
import dev.burin.optimize.FloatSlots;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Nesterov;
import dev.burin.optimize.Optimizer;
import dev.burin.optimize.ParameterKind;
import dev.burin.optimize.RmsProp;
import dev.burin.optimize.Sgd;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** U1, U2 and U4 to U7 beside their formulas, in double and in float. */
class ReferenceRulesTest {

  private static final int LENGTH = 50;
  private static final double[] NONE = {};

  /** A rule of the reference with arrays of its own. */
  private interface Reference {
    void move(double[] p, double[] g, long t);
  }

  private static double[] array() {
    return new double[LENGTH];
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        pair(new Sgd(0.1), (p, g, t) -> ReferenceRules.sgd(p, g, 0.1)),
        momentum(),
        pair(Momentum.keras(0.1, 0.9), velocity(ReferenceRules::momentumInside)),
        pair(new Nesterov(0.1, 0.9), velocity(ReferenceRules::nesterov)),
        pair(Nesterov.keras(0.1, 0.9), velocity(ReferenceRules::nesterovInside)),
        adaGrad(new AdaGrad(0.1).withEpsilon(0.01), false),
        adaGrad(AdaGrad.keras(0.1).withInitial(0).withEpsilon(0.01), true),
        rmsProp(new RmsProp(0.01).withEpsilon(0.01), false),
        rmsProp(new RmsProp(0.01).withEpsilon(0.01).asCentered(), false),
        rmsProp(RmsProp.keras(0.01).withEpsilon(0.01).asCentered(), true),
        adam(new Adam(0.01).withEpsilon(0.01), false),
        adam(new Adam(0.01).withBetas(0.5, 0.5).withAmsgrad(), false),
        adam(Adam.keras(0.01).withEpsilon(0.01), true));
  }

  private static Arguments pair(Optimizer optimizer, Reference reference) {
    return Arguments.of(optimizer, reference);
  }

  private static Arguments momentum() {
    double[] v = array();
    return pair(
        new Momentum(0.1, 0.9).withDampening(0.3),
        (p, g, t) -> ReferenceRules.momentum(p, g, v, t, 0.1, 0.9, 0.3));
  }

  /** A rule with a velocity, at the learning rate 0.1 and the momentum 0.9. */
  private interface Velocity {
    void move(double[] p, double[] g, double[] v, double eta, double mu);
  }

  private static Reference velocity(Velocity rule) {
    double[] v = array();
    return (p, g, t) -> rule.move(p, g, v, 0.1, 0.9);
  }

  private static Arguments adaGrad(AdaGrad rule, boolean under) {
    double[] s = array();
    return pair(rule, (p, g, t) -> ReferenceRules.adaGrad(p, g, s, 0.1, rule.epsilon(), under));
  }

  private static Arguments rmsProp(RmsProp rule, boolean under) {
    double[] s = array();
    double[] m = rule.centered() ? array() : NONE;
    return pair(
        rule,
        (p, g, t) -> {
          ReferenceRules.rmsProp(g, s, m, rule.alpha(), rule.epsilon(), under);
          ReferenceRules.sgd(p, g, rule.learningRate());
        });
  }

  private static Arguments adam(Adam rule, boolean hat) {
    double[] m = array();
    double[] s = array();
    double[] x = rule.amsgrad() ? array() : NONE;
    return pair(
        rule,
        (p, g, t) ->
            ReferenceRules.adam(
                p,
                g,
                m,
                s,
                x,
                t,
                rule.learningRate(),
                rule.beta1(),
                rule.beta2(),
                rule.epsilon(),
                hat));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rulesAreTheirFormulas(Optimizer optimizer, Reference reference) {
    DoubleRule wide = optimizer.forDouble(new DoubleSlots(optimizer.slots(), LENGTH));
    FloatRule narrow = optimizer.forFloat(new FloatSlots(optimizer.slots(), LENGTH));
    Random random = new Random(3);
    double[] expected = random.doubles(LENGTH, -1, 1).map(x -> (float) x).toArray();
    double[] p = expected.clone();
    float[] q = narrow(expected);
    for (int t = 1; t <= 20; t++) {
      double[] g = random.doubles(LENGTH, -1, 1).map(x -> (float) x).toArray();
      wide.begin(t, optimizer.learningRate(), optimizer.momentum());
      wide.move(ParameterKind.WEIGHTS, p, g.clone(), 0, LENGTH);
      narrow.begin(t, optimizer.learningRate(), optimizer.momentum());
      narrow.move(ParameterKind.WEIGHTS, q, narrow(g), 0, LENGTH);
      reference.move(expected, g, t);
    }
    assertThat(p).containsExactly(expected, within(1e-13));
    for (int i = 0; i < LENGTH; i++) {
      assertThat((double) q[i]).isCloseTo(expected[i], within(2e-5));
    }
  }

  private static float[] narrow(double[] wide) {
    float[] narrow = new float[wide.length];
    for (int i = 0; i < wide.length; i++) {
      narrow[i] = (float) wide[i];
    }
    return narrow;
  }
}

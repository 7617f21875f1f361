package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The activations of one double beside 50 decimal digits, at random points.
 *
 * <p>With {@code -Dburin.ulp=exhaustive} there are 40 times as many, and the greatest error of each
 * function is printed.
 */
final class DoubleMathTest {

  private static final boolean EXHAUSTIVE = "exhaustive".equals(System.getProperty("burin.ulp"));
  private static final int COUNT = EXHAUSTIVE ? 40_000 : 1_000;

  static Stream<Arguments> functions() {
    return Stream.of(
        function("exp", DoubleMath::exp, BigReference::exp, 1.1),
        function("sigmoid", DoubleMath::sigmoid, BigReference::sigmoid, 2.0),
        function("tanh", DoubleMath::tanh, BigReference::tanh, 1.5),
        function("elu", z -> DoubleMath.elu(z, 1), BigReference::elu, 1.5),
        function(
            "elu(0.3)",
            z -> DoubleMath.elu(z, 0.3),
            z -> z.signum() < 0 ? BigReference.elu(z).multiply(new BigDecimal(0.3)) : z,
            2.0),
        function("gelu", DoubleMath::gelu, BigReference::gelu, 8.0),
        function("silu", DoubleMath::silu, BigReference::silu, 2.0),
        function("softplus", DoubleMath::softplus, BigReference::softplus, 2.0),
        function("selu", DoubleMath::selu, BigReference::selu, 2.0),
        function("hardSigmoid", DoubleMath::hardSigmoid, BigReference::hardSigmoid, 1.0),
        function("mish", DoubleMath::mish, BigReference::mish, 4.0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void staysWithinItsUlps(
      String name, DoubleUnaryOperator f, UnaryOperator<BigDecimal> exact, double bound) {
    double worst = 0;
    double at = 0;
    for (double z : inputs()) {
      BigDecimal reference = exact.apply(new BigDecimal(z));
      double value = f.applyAsDouble(z);
      if (Double.isInfinite(value) && Double.isInfinite(reference.doubleValue())) {
        continue;
      }
      double error = error(value, reference, Math.ulp(reference.doubleValue()));
      if (!(error <= worst)) {
        worst = error;
        at = z;
      }
    }
    print("%.3f ulp", name, worst, f, at);
    assertThat(worst).as("%s at %s", name, at).isLessThanOrEqualTo(bound);
  }

  static Stream<Arguments> slopes() {
    return Stream.of(
        function("siluSlope", DoubleMath::siluSlope, BigReference::siluSlope, 3.5),
        function("geluSlope", DoubleMath::geluSlope, BigReference::geluSlope, 3.5),
        function("softplusSlope", DoubleMath::softplusSlope, BigReference::sigmoid, 2.0),
        function("mishSlope", DoubleMath::mishSlope, BigReference::mishSlope, 4.0));
  }

  /** These change sign, so that their error is counted in units of 2^-53, half an ulp of 1. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("slopes")
  void slopeStaysWithinUnitsOfOne(
      String name, DoubleUnaryOperator f, UnaryOperator<BigDecimal> exact, double bound) {
    double worst = 0;
    double at = 0;
    for (double z : inputs()) {
      double error = error(f.applyAsDouble(z), exact.apply(new BigDecimal(z)), 0x1p-53);
      if (!(error <= worst)) {
        worst = error;
        at = z;
      }
    }
    print("%.3f * 2^-53", name, worst, f, at);
    assertThat(worst).as("%s at %s", name, at).isLessThanOrEqualTo(bound);
  }

  /** Tiny numbers of both signs, the range in which activations bend, and their long tails. */
  private static double[] inputs() {
    SplittableRandom random = new SplittableRandom(3);
    double[] all = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      double z = random.nextDouble(-1, 1);
      all[i] =
          switch (i % 8) {
            case 0 -> z * Math.scalb(1.0, -random.nextInt(60));
            case 1, 2 -> z;
            case 3, 4, 5 -> z * 8;
            case 6 -> z * 40;
            default -> z * 750;
          };
    }
    return all;
  }

  private static double error(double value, BigDecimal exact, double unit) {
    return new BigDecimal(value)
        .subtract(exact)
        .abs()
        .divide(new BigDecimal(unit), MathContext.DECIMAL32)
        .doubleValue();
  }

  private static void print(
      String unit, String name, double worst, DoubleUnaryOperator f, double at) {
    if (EXHAUSTIVE) {
      System.out.printf(
          Locale.ROOT, "max " + unit + " %s %s at %s%n", worst, name, f.applyAsDouble(at), at);
    }
  }

  private static Arguments function(
      String name, DoubleUnaryOperator f, UnaryOperator<BigDecimal> exact, double bound) {
    return Arguments.of(name, f, exact, bound);
  }

  static Stream<Arguments> specials() {
    double inf = Double.POSITIVE_INFINITY;
    return Stream.of(
        special("exp", DoubleMath::exp, 0.0, 1.0, 1.0, inf),
        special("sigmoid", DoubleMath::sigmoid, 0.0, 0.5, 0.5, 1.0),
        special("tanh", DoubleMath::tanh, -1.0, -0.0, 0.0, 1.0),
        special("relu", DoubleMath::relu, 0.0, -0.0, 0.0, inf),
        special("leakyRelu", z -> DoubleMath.leakyRelu(z, 0.01), -inf, -0.0, 0.0, inf),
        special("elu", z -> DoubleMath.elu(z, 1), -1.0, -0.0, 0.0, inf),
        special("leakyRelu(0.3)", z -> DoubleMath.leakyRelu(z, 0.3), -inf, -0.0, 0.0, inf),
        special("elu(0.3)", z -> DoubleMath.elu(z, 0.3), -0.3, -0.0, 0.0, inf),
        special("gelu", DoubleMath::gelu, 0.0, -0.0, 0.0, inf),
        special("silu", DoubleMath::silu, -0.0, -0.0, 0.0, inf),
        special("softplus", DoubleMath::softplus, 0.0, 0.6931471805599453, 0.6931471805599453, inf),
        special("selu", DoubleMath::selu, -1.7580993408473768, -0.0, 0.0, inf),
        special("hardSigmoid", DoubleMath::hardSigmoid, 0.0, 0.5, 0.5, 1.0),
        special("mish", DoubleMath::mish, -0.0, -0.0, 0.0, inf),
        special("mishSlope", DoubleMath::mishSlope, 0.0, 0.6, 0.6, 1.0),
        special("geluSlope", DoubleMath::geluSlope, 0.0, 0.5, 0.5, 1.0),
        special("siluSlope", DoubleMath::siluSlope, 0.0, 0.5, 0.5, 1.0),
        special("softplusSlope", DoubleMath::softplusSlope, 0.0, 0.5, 0.5, 1.0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specials")
  void keepsItsValueAtTheEdges(
      String name,
      DoubleUnaryOperator f,
      double below,
      double minusZero,
      double zero,
      double above) {
    assertBits(f.applyAsDouble(Double.NEGATIVE_INFINITY), below);
    assertBits(f.applyAsDouble(-0.0), minusZero);
    assertBits(f.applyAsDouble(0.0), zero);
    assertBits(f.applyAsDouble(Double.POSITIVE_INFINITY), above);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        0x7ff8000000000000L,
        0xfff8000000000000L,
        0x7fffffffffffffffL,
        0x7ff0000000000001L,
        0xfff0123456789abcL
      })
  void passesEveryNan(long bits) {
    double nan = Double.longBitsToDouble(bits);
    assertThat(
            Stream.<DoubleUnaryOperator>of(
                DoubleMath::exp,
                DoubleMath::sigmoid,
                DoubleMath::tanh,
                DoubleMath::relu,
                z -> DoubleMath.leakyRelu(z, 0.01),
                z -> DoubleMath.elu(z, 1),
                DoubleMath::gelu,
                DoubleMath::silu,
                DoubleMath::softplus,
                DoubleMath::selu,
                DoubleMath::hardSigmoid,
                DoubleMath::mish,
                DoubleMath::seluSlope,
                DoubleMath::hardSigmoidSlope,
                DoubleMath::mishSlope,
                DoubleMath::sigmoidSlope,
                DoubleMath::tanhSlope,
                DoubleMath::reluSlope,
                a -> DoubleMath.leakyReluSlope(a, 0.01),
                a -> DoubleMath.eluSlope(a, 1),
                DoubleMath::geluSlope,
                DoubleMath::siluSlope,
                DoubleMath::softplusSlope))
        .allMatch(f -> Double.isNaN(f.applyAsDouble(nan)));
  }

  @Test
  void underflowsGradually() {
    assertBits(DoubleMath.exp(-745.13), Double.MIN_VALUE);
    assertBits(DoubleMath.exp(-745.14), 0.0);
    assertBits(DoubleMath.exp(-740.0), StrictMath.exp(-740));
    assertBits(DoubleMath.sigmoid(-740.0), StrictMath.exp(-740));
    assertBits(DoubleMath.silu(-740.0), -740 * StrictMath.exp(-370) * StrictMath.exp(-370));
    assertBits(DoubleMath.softplus(-740.0), StrictMath.exp(-740));
    assertThat(DoubleMath.gelu(-38.0)).isNegative();
    for (double tiny = Double.MIN_VALUE; tiny < 1e-290; tiny *= 2) {
      assertBits(DoubleMath.tanh(-tiny), -tiny);
      assertBits(DoubleMath.elu(-tiny, 1), -tiny);
      assertThat(DoubleMath.silu(tiny)).isBetween(tiny / 2, tiny / 2 + Double.MIN_VALUE);
      assertThat(DoubleMath.gelu(tiny)).isBetween(tiny / 2, tiny / 2 + Double.MIN_VALUE);
    }
  }

  @Test
  void overflowsWhereTheExponentialDoes() {
    assertThat(DoubleMath.exp(709.7827)).isFinite();
    assertThat(DoubleMath.exp(709.7828)).isInfinite();
    assertBits(DoubleMath.softplus(Double.MAX_VALUE), Double.MAX_VALUE);
    assertBits(DoubleMath.silu(Double.MAX_VALUE), Double.MAX_VALUE);
    assertBits(DoubleMath.gelu(Double.MAX_VALUE), Double.MAX_VALUE);
  }

  /** Where a rise is less than an ulp, two roundings may make it a fall of one. */
  @Test
  void risesButForAnUlp() {
    for (DoubleUnaryOperator f :
        new DoubleUnaryOperator[] {
          DoubleMath::exp,
          DoubleMath::sigmoid,
          DoubleMath::tanh,
          z -> DoubleMath.elu(z, 1),
          DoubleMath::softplus,
          DoubleMath::selu,
          DoubleMath::hardSigmoid
        }) {
      double last = f.applyAsDouble(-800.0);
      for (double z = -800.0; z < 50.0; z += 0.03125) {
        assertThat(f.applyAsDouble(z)).as("at %s", z).isGreaterThanOrEqualTo(Math.nextDown(last));
        last = f.applyAsDouble(z);
      }
    }
  }

  @Test
  void slopesOfOutputsAreTheirDerivatives() {
    for (double z = -6.0; z < 6; z += 0.37) {
      double s = DoubleMath.sigmoid(z);
      assertThat(DoubleMath.sigmoidSlope(s)).isCloseTo(1 / (2 + 2 * Math.cosh(z)), within(5e-16));
      double t = DoubleMath.tanh(z);
      assertThat(DoubleMath.tanhSlope(t))
          .isCloseTo(1 / (Math.cosh(z) * Math.cosh(z)), within(5e-16));
      assertThat(DoubleMath.eluSlope(DoubleMath.elu(z, 1), 1))
          .isCloseTo(Math.min(1, Math.exp(z)), within(1e-15));
      assertThat(DoubleMath.reluSlope(DoubleMath.relu(z))).isEqualTo(z > 0 ? 1.0 : 0.0);
      assertThat(DoubleMath.leakyReluSlope(DoubleMath.leakyRelu(z, 0.01), 0.01))
          .isEqualTo(z > 0 ? 1.0 : 0.01);
    }
    assertBits(DoubleMath.reluSlope(0.0), 0.0);
    assertBits(DoubleMath.reluSlope(-0.0), 0.0);
    assertBits(DoubleMath.leakyReluSlope(-0.0, 0.01), 0.01);
    assertBits(DoubleMath.eluSlope(0.0, 1), 1.0);
    assertBits(DoubleMath.seluSlope(-0.0), 1.7580993408473768);
    assertBits(DoubleMath.seluSlope(DoubleMath.selu(-200.0)), 0.0);
    assertBits(DoubleMath.hardSigmoidSlope(0.0), 0.0);
    assertBits(DoubleMath.hardSigmoidSlope(0.5), 1 / 6.0);
    assertBits(DoubleMath.hardSigmoidSlope(1.0), 0.0);
  }

  private static void assertBits(double actual, double expected) {
    assertThat(Double.doubleToLongBits(actual))
        .as("%s where %s is expected", actual, expected)
        .isEqualTo(Double.doubleToLongBits(expected));
  }

  private static Arguments special(
      String name,
      DoubleUnaryOperator f,
      double below,
      double minusZero,
      double zero,
      double above) {
    return Arguments.of(name, f, below, minusZero, zero, above);
  }
}

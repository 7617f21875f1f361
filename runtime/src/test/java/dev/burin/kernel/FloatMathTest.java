package dev.burin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The activations of one float beside the same formulas in double.
 *
 * <p>With {@code -Dburin.ulp=exhaustive} the sweeps visit all 2^32 floats, not one in 4099, and
 * print the greatest error of each function.
 */
final class FloatMathTest {

  private static final int STRIDE = "exhaustive".equals(System.getProperty("burin.ulp")) ? 1 : 4099;

  private static final double SELU_ABOVE = 1.0507009873554805;
  private static final double SELU_BELOW = 1.7580993408473768;

  /** A function from float to float. */
  interface FloatFunction {
    float of(float z);
  }

  static Stream<Arguments> functions() {
    return Stream.of(
        function("exp", FloatMath::exp, Math::exp, 1.1),
        function("sigmoid", FloatMath::sigmoid, FloatMathTest::sigmoid, 2.0),
        function("tanh", FloatMath::tanh, Math::tanh, 1.5),
        function("elu", z -> FloatMath.elu(z, 1f), z -> z < 0 ? Math.expm1(z) : z, 1.5),
        function(
            "elu(0.3)",
            z -> FloatMath.elu(z, 0.3f),
            z -> z < 0 ? (double) 0.3f * Math.expm1(z) : z,
            2.0),
        function("gelu", FloatMath::gelu, z -> z * NormalLaw.below(z), 7.0),
        function("silu", FloatMath::silu, z -> z * sigmoid(z), 2.0),
        function("softplus", FloatMath::softplus, FloatMathTest::softplus, 2.0),
        function(
            "selu", FloatMath::selu, z -> z < 0 ? SELU_BELOW * Math.expm1(z) : SELU_ABOVE * z, 2.0),
        function("hardSigmoid", FloatMath::hardSigmoid, z -> Math.clamp(z + 3, 0.0, 6.0) / 6, 1.0),
        function("mish", FloatMath::mish, FloatMathTest::mish, 5.0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void staysWithinItsUlps(String name, FloatFunction f, DoubleUnaryOperator exact, double bound) {
    double worst = 0;
    float at = 0;
    for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
      float z = Float.intBitsToFloat((int) bits);
      if (Float.isFinite(z)) {
        double error = ulps(f.of(z), exact.applyAsDouble(z));
        if (!(error <= worst)) {
          worst = error;
          at = z;
        }
      }
    }
    print("%.3f ulp", name, worst, f, at);
    assertThat(worst).as("%s at %s", name, at).isLessThanOrEqualTo(bound);
  }

  static Stream<Arguments> slopes() {
    return Stream.of(
        function("siluSlope", FloatMath::siluSlope, z -> sigmoid(z) * (1 + z * sigmoid(-z)), 3.5),
        function(
            "geluSlope",
            FloatMath::geluSlope,
            z -> NormalLaw.below(z) + z * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI),
            3.5),
        function("softplusSlope", FloatMath::softplusSlope, FloatMathTest::sigmoid, 2.0),
        function("mishSlope", FloatMath::mishSlope, FloatMathTest::mishSlope, 4.0));
  }

  /** These change sign, so that their error is counted in units of 2^-24, half an ulp of 1. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("slopes")
  void slopeStaysWithinUnitsOfOne(
      String name, FloatFunction f, DoubleUnaryOperator exact, double bound) {
    double worst = 0;
    float at = 0;
    for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += STRIDE) {
      float z = Float.intBitsToFloat((int) bits);
      if (Math.abs(z) < 1e6f) {
        double error = Math.abs(f.of(z) - exact.applyAsDouble(z)) * 0x1p24;
        if (!(error <= worst)) {
          worst = error;
          at = z;
        }
      }
    }
    print("%.3f * 2^-24", name, worst, f, at);
    assertThat(worst).as("%s at %s", name, at).isLessThanOrEqualTo(bound);
  }

  static Stream<Arguments> specials() {
    float inf = Float.POSITIVE_INFINITY;
    return Stream.of(
        special("exp", FloatMath::exp, 0f, 1f, 1f, inf),
        special("sigmoid", FloatMath::sigmoid, 0f, 0.5f, 0.5f, 1f),
        special("tanh", FloatMath::tanh, -1f, -0f, 0f, 1f),
        special("relu", FloatMath::relu, 0f, -0f, 0f, inf),
        special("leakyRelu", z -> FloatMath.leakyRelu(z, 0.01f), -inf, -0f, 0f, inf),
        special("elu", z -> FloatMath.elu(z, 1f), -1f, -0f, 0f, inf),
        special("leakyRelu(0.3)", z -> FloatMath.leakyRelu(z, 0.3f), -inf, -0f, 0f, inf),
        special("elu(0.3)", z -> FloatMath.elu(z, 0.3f), -0.3f, -0f, 0f, inf),
        special("gelu", FloatMath::gelu, 0f, -0f, 0f, inf),
        special("silu", FloatMath::silu, -0f, -0f, 0f, inf),
        special("softplus", FloatMath::softplus, 0f, 0.6931472f, 0.6931472f, inf),
        special("selu", FloatMath::selu, -1.7580993f, -0f, 0f, inf),
        special("hardSigmoid", FloatMath::hardSigmoid, 0f, 0.5f, 0.5f, 1f),
        special("mish", FloatMath::mish, -0f, -0f, 0f, inf),
        special("mishSlope", FloatMath::mishSlope, 0f, 0.6f, 0.6f, 1f),
        special("geluSlope", FloatMath::geluSlope, 0f, 0.5f, 0.5f, 1f),
        special("siluSlope", FloatMath::siluSlope, 0f, 0.5f, 0.5f, 1f),
        special("softplusSlope", FloatMath::softplusSlope, 0f, 0.5f, 0.5f, 1f));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("specials")
  void keepsItsValueAtTheEdges(
      String name, FloatFunction f, float below, float minusZero, float zero, float above) {
    assertBits(f.of(Float.NEGATIVE_INFINITY), below);
    assertBits(f.of(-0f), minusZero);
    assertBits(f.of(0f), zero);
    assertBits(f.of(Float.POSITIVE_INFINITY), above);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7fc00000, 0xffc00000, 0x7fffffff, 0x7f800001, 0xff812345})
  void passesEveryNan(int bits) {
    float nan = Float.intBitsToFloat(bits);
    assertThat(
            Stream.<FloatFunction>of(
                FloatMath::exp,
                FloatMath::sigmoid,
                FloatMath::tanh,
                FloatMath::relu,
                z -> FloatMath.leakyRelu(z, 0.01f),
                z -> FloatMath.elu(z, 1f),
                FloatMath::gelu,
                FloatMath::silu,
                FloatMath::softplus,
                FloatMath::selu,
                FloatMath::hardSigmoid,
                FloatMath::mish,
                FloatMath::seluSlope,
                FloatMath::hardSigmoidSlope,
                FloatMath::mishSlope,
                FloatMath::sigmoidSlope,
                FloatMath::tanhSlope,
                FloatMath::reluSlope,
                a -> FloatMath.leakyReluSlope(a, 0.01f),
                a -> FloatMath.eluSlope(a, 1f),
                FloatMath::geluSlope,
                FloatMath::siluSlope,
                FloatMath::softplusSlope))
        .allMatch(f -> Float.isNaN(f.of(nan)));
  }

  @Test
  void underflowsGradually() {
    assertBits(FloatMath.exp(-103.97f), Float.MIN_VALUE);
    assertBits(FloatMath.exp(-103.98f), 0f);
    assertBits(FloatMath.exp(-100f), (float) StrictMath.exp(-100));
    assertBits(FloatMath.sigmoid(-100f), (float) StrictMath.exp(-100));
    assertBits(FloatMath.silu(-100f), (float) (-100 * StrictMath.exp(-100)));
    assertBits(FloatMath.softplus(-100f), (float) StrictMath.exp(-100));
    assertThat(FloatMath.gelu(-14f)).isNegative();
    for (float tiny = Float.MIN_VALUE; tiny < 1e-30f; tiny *= 2) {
      assertBits(FloatMath.tanh(-tiny), -tiny);
      assertBits(FloatMath.elu(-tiny, 1f), -tiny);
      assertThat(FloatMath.silu(tiny)).isBetween(tiny / 2, tiny / 2 + Float.MIN_VALUE);
      assertThat(FloatMath.gelu(tiny)).isBetween(tiny / 2, tiny / 2 + Float.MIN_VALUE);
    }
  }

  @Test
  void overflowsWhereTheExponentialDoes() {
    assertThat(FloatMath.exp(88.72283f)).isFinite();
    assertThat(FloatMath.exp(88.72284f)).isInfinite();
    assertBits(FloatMath.softplus(Float.MAX_VALUE), Float.MAX_VALUE);
    assertBits(FloatMath.silu(Float.MAX_VALUE), Float.MAX_VALUE);
    assertBits(FloatMath.gelu(Float.MAX_VALUE), Float.MAX_VALUE);
  }

  /** Where a rise is less than an ulp, two roundings may make it a fall of one. */
  @Test
  void risesButForAnUlp() {
    for (FloatFunction f :
        new FloatFunction[] {
          FloatMath::exp,
          FloatMath::sigmoid,
          FloatMath::tanh,
          z -> FloatMath.elu(z, 1f),
          FloatMath::softplus,
          FloatMath::selu,
          FloatMath::hardSigmoid
        }) {
      float last = f.of(-120f);
      for (float z = -120f; z < 100f; z += 0.0078125f) {
        assertThat(f.of(z)).as("at %s", z).isGreaterThanOrEqualTo(Math.nextDown(last));
        last = f.of(z);
      }
    }
  }

  @Test
  void slopesOfOutputsAreTheirDerivatives() {
    for (float z = -6; z < 6; z += 0.37f) {
      float s = FloatMath.sigmoid(z);
      assertThat((double) FloatMath.sigmoidSlope(s))
          .isCloseTo(sigmoid(z) * sigmoid(-z), within(3e-7));
      float t = FloatMath.tanh(z);
      assertThat((double) FloatMath.tanhSlope(t))
          .isCloseTo(1 / (Math.cosh(z) * Math.cosh(z)), within(3e-7));
      assertThat((double) FloatMath.eluSlope(FloatMath.elu(z, 1f), 1f))
          .isCloseTo(Math.min(1, Math.exp(z)), within(1e-7));
      assertThat((double) FloatMath.seluSlope(FloatMath.selu(z)))
          .isCloseTo(z > 0 ? SELU_ABOVE : SELU_BELOW * Math.exp(z), within(2e-7));
      assertThat(FloatMath.hardSigmoidSlope(FloatMath.hardSigmoid(z)))
          .isEqualTo(Math.abs(z) < 3 ? 1 / 6f : 0f);
      assertThat(FloatMath.reluSlope(FloatMath.relu(z))).isEqualTo(z > 0 ? 1f : 0f);
      assertThat(FloatMath.leakyReluSlope(FloatMath.leakyRelu(z, 0.01f), 0.01f))
          .isEqualTo(z > 0 ? 1f : 0.01f);
    }
    assertBits(FloatMath.reluSlope(0f), 0f);
    assertBits(FloatMath.reluSlope(-0f), 0f);
    assertBits(FloatMath.leakyReluSlope(-0f, 0.01f), 0.01f);
    assertBits(FloatMath.eluSlope(0f, 1f), 1f);
    assertBits(FloatMath.seluSlope(-0f), 1.7580993f);
    assertBits(FloatMath.seluSlope(FloatMath.selu(-200f)), 0f);
    assertBits(FloatMath.hardSigmoidSlope(0f), 0f);
    assertBits(FloatMath.hardSigmoidSlope(1f), 0f);
    assertBits(FloatMath.leakyReluSlope(FloatMath.leakyRelu(-3f, 0.3f), 0.3f), 0.3f);
    assertBits(FloatMath.eluSlope(-0f, 0.3f), 0.3f);
    assertBits(FloatMath.eluSlope(FloatMath.elu(-200f, 0.3f), 0.3f), 0f);
  }

  private static void assertBits(float actual, float expected) {
    assertThat(Float.floatToIntBits(actual))
        .as("%s where %s is expected", actual, expected)
        .isEqualTo(Float.floatToIntBits(expected));
  }

  private static Arguments special(
      String name, FloatFunction f, float below, float minusZero, float zero, float above) {
    return Arguments.of(name, f, below, minusZero, zero, above);
  }

  private static void print(String unit, String name, double worst, FloatFunction f, float at) {
    if (STRIDE == 1) {
      System.out.printf(Locale.ROOT, "max " + unit + " %s %s at %s%n", worst, name, f.of(at), at);
    }
  }

  private static double ulps(float value, double exact) {
    float nearest = (float) exact;
    if (value == nearest) {
      // Beyond the greatest float there is no distance to measure.
      return Float.isInfinite(nearest) ? 0 : Math.abs(value - exact) / Math.ulp(nearest);
    }
    return Math.abs(value - exact) / Math.ulp(nearest);
  }

  private static double sigmoid(double z) {
    return z < 0 ? Math.exp(z) / (1 + Math.exp(z)) : 1 / (1 + Math.exp(-z));
  }

  private static double mish(double z) {
    return z * Math.tanh(softplus(z));
  }

  private static double mishSlope(double z) {
    double t = Math.tanh(softplus(z));
    return t + z * (1 - t) * (1 + t) * sigmoid(z);
  }

  private static double softplus(double z) {
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  private static Arguments function(
      String name, FloatFunction f, DoubleUnaryOperator exact, double bound) {
    return Arguments.of(name, f, exact, bound);
  }
}

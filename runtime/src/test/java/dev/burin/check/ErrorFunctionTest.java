package dev.burin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorFunctionTest {

  private static final MathContext DIGITS = new MathContext(140);
  private static final BigDecimal SQRT_PI =
      new BigDecimal(
          "1.7724538509055160272981674833411451827975494561223871282138077898529112"
              + "8459103218137495065673854466541622682362428257066623615286572442260252");

  /** erf by its alternating power series, with digits enough to outlast every cancellation. */
  private static BigDecimal erfc(double at) {
    BigDecimal x = new BigDecimal(at);
    BigDecimal square = x.multiply(x, DIGITS);
    BigDecimal power = x;
    BigDecimal sum = x;
    for (int n = 1; n < 3000; n++) {
      power = power.multiply(square, DIGITS).negate().divide(BigDecimal.valueOf(n), DIGITS);
      BigDecimal term = power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS);
      sum = sum.add(term, DIGITS);
      if (term.signum() == 0 || term.precision() - term.scale() < -138) {
        break;
      }
    }
    BigDecimal erf = sum.multiply(BigDecimal.TWO).divide(SQRT_PI, DIGITS);
    return BigDecimal.ONE.subtract(erf, DIGITS);
  }

  @Test
  void isExactToAFewUnits() {
    Random random = new Random(1);
    double worst = 0;
    for (int i = 0; i < 300; i++) {
      double x = i < 200 ? 8 * random.nextDouble() - 2 : 11 * random.nextDouble();
      double expected = erfc(x).doubleValue();
      worst = Math.max(worst, Math.abs(ErrorFunction.complement(x) - expected) / expected);
    }

    assertThat(worst).isLessThan(2e-15);
  }

  @Test
  void knownValues() {
    // Abramowitz and Stegun, table 7.1: erf(0.5), erf(1) and erf(2).
    assertThat(1 - ErrorFunction.complement(0.5)).isCloseTo(0.5204998778, within(1e-10));
    assertThat(1 - ErrorFunction.complement(1.0)).isCloseTo(0.8427007929, within(1e-10));
    assertThat(1 - ErrorFunction.complement(2.0)).isCloseTo(0.9953222650, within(1e-10));
    assertThat(ErrorFunction.complement(0)).isEqualTo(1);
  }

  @Test
  void theTwoFormulasMeet() {
    double below = ErrorFunction.complement(Math.nextDown(1.0));
    double above = ErrorFunction.complement(1.0);

    assertThat(below).isCloseTo(above, withinPercentage(1e-13));
    assertThat(ErrorFunction.complement(-1.0) + above).isCloseTo(2, within(1e-15));
  }

  @Test
  void theEndsOfTheRange() {
    assertThat(ErrorFunction.complement(Double.POSITIVE_INFINITY)).isZero();
    assertThat(ErrorFunction.complement(Double.NEGATIVE_INFINITY)).isEqualTo(2);
    assertThat(ErrorFunction.complement(40)).isZero();
    assertThat(ErrorFunction.complement(-40)).isEqualTo(2);
    assertThat(ErrorFunction.complement(Double.NaN)).isNaN();
    assertThat(ErrorFunction.complement(Double.MIN_VALUE)).isEqualTo(1);
  }
}

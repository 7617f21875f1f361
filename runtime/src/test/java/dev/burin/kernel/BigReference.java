package dev.burin.kernel;

import java.math.BigDecimal;
import java.math.MathContext;

/** The activations in 50 decimal digits, by Taylor series and one continued fraction. */
final class BigReference {

  private static final MathContext DIGITS = new MathContext(50);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal TWO = BigDecimal.TWO;
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-50");
  private static final BigDecimal LN2 =
      new BigDecimal("0.69314718055994530941723212145817656807550013436025525412");
  private static final BigDecimal SQRT_2PI =
      new BigDecimal("2.5066282746310005024157652848110452530069867406099383166");

  private static final BigDecimal SELU_SCALE = new BigDecimal("1.0507009873554804934193349852946");
  private static final BigDecimal SELU_ALPHA = new BigDecimal("1.6732632423543772848170429916717");

  private BigReference() {}

  /** exp(x), by halving x until its series is short. */
  static BigDecimal exp(BigDecimal x) {
    int n = x.divide(LN2, DIGITS).setScale(0, java.math.RoundingMode.HALF_EVEN).intValue();
    BigDecimal r = x.subtract(LN2.multiply(BigDecimal.valueOf(n)), DIGITS);
    BigDecimal power = n >= 0 ? TWO.pow(n, DIGITS) : ONE.divide(TWO.pow(-n, DIGITS), DIGITS);
    return ONE.add(expm1Series(r)).multiply(power, DIGITS);
  }

  static BigDecimal expm1(BigDecimal x) {
    return x.abs().doubleValue() < 0.5 ? expm1Series(x) : exp(x).subtract(ONE, DIGITS);
  }

  static BigDecimal sigmoid(BigDecimal z) {
    return ONE.divide(ONE.add(exp(z.negate())), DIGITS);
  }

  static BigDecimal tanh(BigDecimal z) {
    BigDecimal rise = expm1(z.multiply(TWO));
    return rise.divide(rise.add(TWO), DIGITS);
  }

  static BigDecimal elu(BigDecimal z) {
    return z.signum() < 0 ? expm1(z) : z;
  }

  static BigDecimal silu(BigDecimal z) {
    return z.multiply(sigmoid(z), DIGITS);
  }

  /** z + log(1 + exp(-z)) with the series of twice the inverse hyperbolic tangent. */
  static BigDecimal softplus(BigDecimal z) {
    BigDecimal e = exp(z.abs().negate());
    BigDecimal s = e.divide(e.add(TWO), DIGITS);
    BigDecimal square = s.multiply(s, DIGITS);
    BigDecimal sum = s;
    BigDecimal power = s;
    for (int k = 3; k < 120; k += 2) {
      power = power.multiply(square, DIGITS);
      sum = sum.add(power.divide(BigDecimal.valueOf(k), DIGITS), DIGITS);
    }
    return z.max(BigDecimal.ZERO).add(sum.multiply(TWO), DIGITS);
  }

  static BigDecimal selu(BigDecimal z) {
    return (z.signum() < 0 ? expm1(z).multiply(SELU_ALPHA) : z).multiply(SELU_SCALE);
  }

  static BigDecimal hardSigmoid(BigDecimal z) {
    BigDecimal six = BigDecimal.valueOf(6);
    BigDecimal shifted = z.add(BigDecimal.valueOf(3));
    return shifted.max(BigDecimal.ZERO).min(six).divide(six, DIGITS);
  }

  /** z (n / (n + 2)) with n = exp(z) (exp(z) + 2), which is z tanh(log(1 + exp(z))). */
  static BigDecimal mish(BigDecimal z) {
    return z.multiply(share(z), DIGITS);
  }

  /** t + z (1 - t)(1 + t) sigmoid(z) with t = tanh(log(1 + exp(z))). */
  static BigDecimal mishSlope(BigDecimal z) {
    BigDecimal t = share(z);
    BigDecimal bend = ONE.subtract(t).multiply(ONE.add(t), DIGITS).multiply(sigmoid(z), DIGITS);
    return t.add(z.multiply(bend, DIGITS));
  }

  private static BigDecimal share(BigDecimal z) {
    BigDecimal e = exp(z);
    BigDecimal n = e.multiply(e.add(TWO), DIGITS);
    return n.divide(n.add(TWO), DIGITS);
  }

  static BigDecimal gelu(BigDecimal z) {
    return z.multiply(below(z), DIGITS);
  }

  static BigDecimal geluSlope(BigDecimal z) {
    return below(z).add(z.multiply(density(z)), DIGITS);
  }

  static BigDecimal siluSlope(BigDecimal z) {
    BigDecimal s = sigmoid(z);
    return s.multiply(ONE.add(z.multiply(sigmoid(z.negate()), DIGITS)), DIGITS);
  }

  /** Phi(z). */
  private static BigDecimal below(BigDecimal z) {
    BigDecimal tail = tail(z.abs());
    return z.signum() > 0 ? ONE.subtract(tail) : tail;
  }

  private static BigDecimal density(BigDecimal z) {
    return exp(z.multiply(z).divide(TWO).negate()).divide(SQRT_2PI, DIGITS);
  }

  /** Phi(-a): the series of its complement up to 4, where ten digits cancel, then the fraction. */
  private static BigDecimal tail(BigDecimal a) {
    double size = a.doubleValue();
    if (size < 4) {
      BigDecimal square = a.multiply(a, DIGITS);
      BigDecimal term = a;
      BigDecimal sum = a;
      for (int k = 3; term.abs().compareTo(NEGLIGIBLE) > 0; k += 2) {
        term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
        sum = sum.add(term, DIGITS);
      }
      return new BigDecimal("0.5").subtract(density(a).multiply(sum, DIGITS), DIGITS);
    }
    BigDecimal fraction = a;
    for (int k = (int) (20 + 1000 / (size * size)); k > 0; k--) {
      fraction = a.add(BigDecimal.valueOf(k).divide(fraction, DIGITS), DIGITS);
    }
    return density(a).divide(fraction, DIGITS);
  }

  private static BigDecimal expm1Series(BigDecimal r) {
    BigDecimal term = r;
    BigDecimal sum = r;
    BigDecimal enough = r.abs().multiply(NEGLIGIBLE);
    for (int k = 2; term.abs().compareTo(enough) > 0; k++) {
      term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }
}

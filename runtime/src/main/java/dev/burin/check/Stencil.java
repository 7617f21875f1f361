package dev.burin.check;

/** How a derivative is taken from values of the cost on both sides of a point. */
public enum Stencil {
  /** {@code (f(h) - f(-h)) / 2h}, with an error of order h^2. */
  TWO_POINT(1, 1.0 / 3),
  /** {@code (8 (f(h) - f(-h)) - (f(2h) - f(-2h))) / 12h}, with an error of order h^4. */
  FIVE_POINT(2, 1.0 / 5);

  private final int reach;
  private final double exponent;

  Stencil(int reach, double exponent) {
    this.reach = reach;
    this.exponent = exponent;
  }

  /**
   * The step that balances the two errors: the method's own, which grows like a power of h, and
   * rounding, which grows like eps/h. Their sum is least near {@code eps^(1/3)} and {@code
   * eps^(1/5)} with {@code eps = 2^-52}; rounded down to a power of two it is 2^-18 and 2^-11.
   */
  public double defaultStep() {
    return powerOfTwo(Math.pow(Math.ulp(1.0), exponent));
  }

  /** The greatest power of two that is not above a positive normal number. */
  static double powerOfTwo(double step) {
    return Math.scalb(1.0, Math.getExponent(step));
  }

  /** How many steps to each side are taken. */
  int reach() {
    return reach;
  }

  /**
   * The derivative from values at steps 1, 2 to both sides.
   *
   * @param up the differences f(ih) - f(-ih) at index i - 1
   */
  double derivative(double[] up, double h) {
    return switch (this) {
      case TWO_POINT -> up[0] / (2 * h);
      case FIVE_POINT -> (8 * up[0] - up[1]) / (12 * h);
    };
  }
}

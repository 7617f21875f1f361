package dev.burin.data;

/**
 * NumPy's legacy generator {@code numpy.random.RandomState(seed)}, number for number, so that a
 * network can start from the weights of a Python program.
 *
 * <p>NumPy has frozen this stream: {@code RandomState(1).randn(3)} gives 1.62434536, -0.61175641,
 * -0.52817175 in every version. The newer {@code numpy.random.default_rng} is another generator.
 * Uniform numbers and orders are the same to the last bit. Normal numbers take a logarithm, which
 * NumPy leaves to the C library of the machine: this class rounds it correctly, the library at all
 * but one number of a thousand, where the pair may differ by two units in the last place.
 *
 * <ul>
 *   <li>Bits come from MT19937 (M. Matsumoto and T. Nishimura, Mersenne Twister, 1998), seeded by
 *       its {@code init_genrand}.
 *   <li>A uniform number has 53 bits, of two words a and b: {@code ((a >> 5) 2^26 + (b >> 6)) /
 *       2^53}.
 *   <li>Normal numbers come in pairs from the polar method (G. Marsaglia and T. A. Bray, 1964); the
 *       second of a pair is kept for the next call, whatever is drawn in between.
 *   <li>An integer from 0 to m is the lowest bits of a word, as many as m has; numbers above m are
 *       drawn again.
 * </ul>
 *
 * <p>One thread at a time may use an object of this class.
 */
public final class NumpyRandom {

  private final long seed;
  private final MersenneTwister bits;
  private double kept;
  private boolean hasKept;

  /**
   * The generator {@code RandomState(seed)}.
   *
   * @param seed 0 to 4294967295
   * @throws IllegalArgumentException if the seed is out of range, as NumPy refuses it too
   */
  public NumpyRandom(long seed) {
    if (seed < 0 || seed > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException(
          "The seed is " + seed + ", but RandomState takes 0 to 4294967295.");
    }
    this.seed = seed;
    this.bits = new MersenneTwister((int) seed);
  }

  /** The next of {@code rand()}: uniform, at least 0 and below 1. */
  public double rand() {
    int high = bits.next() >>> 5;
    int low = bits.next() >>> 6;
    return (high * 0x1p26 + low) * 0x1p-53;
  }

  /**
   * {@code rand(n)}; an array of more dimensions is filled row by row, so that {@code rand(2, 3)}
   * is the same numbers as {@code rand(6)}.
   *
   * @param n the number of values, 0 to 2147483639
   * @throws IllegalArgumentException if n is out of range
   */
  public double[] rand(int n) {
    double[] values = new double[Checks.count("values", n)];
    for (int i = 0; i < n; i++) {
      values[i] = rand();
    }
    return values;
  }

  /** The next of {@code randn()}: normal, with mean 0 and variance 1. */
  public double randn() {
    if (hasKept) {
      hasKept = false;
      return kept;
    }
    double x1;
    double x2;
    double square;
    do {
      x1 = 2 * rand() - 1;
      x2 = 2 * rand() - 1;
      square = x1 * x1 + x2 * x2;
    } while (square >= 1 || square == 0);
    double factor = Math.sqrt(-2 * RoundedLog.log(square) / square);
    kept = factor * x1;
    hasKept = true;
    return factor * x2;
  }

  /**
   * {@code randn(n)}; an array of more dimensions is filled row by row, so that {@code randn(2, 3)}
   * is the same numbers as {@code randn(6)}.
   *
   * @param n the number of values, 0 to 2147483639
   * @throws IllegalArgumentException if n is out of range
   */
  public double[] randn(int n) {
    double[] values = new double[Checks.count("values", n)];
    for (int i = 0; i < n; i++) {
      values[i] = randn();
    }
    return values;
  }

  /** {@code shuffle(order)}: from the last place down, each changes with itself or one before. */
  public void shuffle(int[] order) {
    Checks.given(order, "array to shuffle");
    for (int i = order.length - 1; i > 0; i--) {
      int j = upTo(i);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
  }

  /**
   * {@code permutation(n)}: the numbers 0 to n - 1, shuffled.
   *
   * @throws IllegalArgumentException if n is out of range
   */
  public int[] permutation(int n) {
    int[] order = Shuffle.identity(n);
    shuffle(order);
    return order;
  }

  /** An integer from 0 to {@code most}, which is positive. */
  private int upTo(int most) {
    int mask = -1 >>> Integer.numberOfLeadingZeros(most);
    int value;
    do {
      value = bits.next() & mask;
    } while (value > most);
    return value;
  }

  /** The seed, in one line. */
  @Override
  public String toString() {
    return "NumpyRandom[RandomState(" + seed + ")]";
  }
}

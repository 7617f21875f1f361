package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected numbers were printed by NumPy 2.4.6. */
class NumpyRandomTest {

  @Test
  void startsAsThePublishedTutorialsPrint() {
    assertThat(new NumpyRandom(1).randn(3))
        .containsExactly(new double[] {1.62434536, -0.61175641, -0.52817175}, within(5e-9));
    assertThat(new NumpyRandom(0).rand(3))
        .containsExactly(new double[] {0.54881350, 0.71518937, 0.60276338}, within(5e-9));
    assertThat(new NumpyRandom(42).randn(3))
        .containsExactly(new double[] {0.49671415, -0.1382643, 0.64768854}, within(5e-9));
  }

  @Test
  void isTheMersenneTwisterOfItsAuthors() {
    // The 10,000th word of mt19937 with its usual seed, as the C++ standard states it.
    MersenneTwister bits = new MersenneTwister(5489);
    int word = 0;
    for (int i = 0; i < 10_000; i++) {
      word = bits.next();
    }
    assertThat(Integer.toUnsignedLong(word)).isEqualTo(4_123_659_995L);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5488135039273248, 0.6027633760716439, -2.268328201180374, -0.8427240538292873,"
        + " 9735124086, 1.9699244478698945",
    "1, 0.417022004702574, 0.00011437481734488664, -0.8021728386486427, -1.1059350760083153,"
        + " 1703895642, -1.6545154524065693",
    "42, 0.3745401188473625, 0.7319939418114051, -1.1118801180469204, 0.2790412922001377,"
        + " 0869314527, 1.0105152848065264",
    "4294967295, 0.0976320289940138, 0.78903530185164, 0.0813036681172692, 0.31595808265170017,"
        + " 3926817045, 0.03503916479349264"
  })
  void givesTheBitsOfNumpy(
      long seed, double first, double third, double a, double c, String order, double last) {
    NumpyRandom random = new NumpyRandom(seed);
    double[] uniform = random.rand(3);
    assertThat(uniform[0]).isEqualTo(first);
    assertThat(uniform[2]).isEqualTo(third);
    double[] normal = random.randn(3);
    assertThat(normal[0]).isEqualTo(a);
    assertThat(normal[2]).isEqualTo(c);
    // The fourth normal number waits while an order is drawn.
    int[] digits = order.chars().map(digit -> digit - '0').toArray();
    assertThat(random.permutation(10)).containsExactly(digits);
    assertThat(random.randn()).isEqualTo(last);
  }

  @Test
  void staysWithNumpyForMillions() {
    double[] normal = new NumpyRandom(1).randn(2_000_000);
    assertThat(normal[999_999]).isEqualTo(0.31339801363727343);
    assertThat(normal[1_999_999]).isEqualTo(-1.2610309231398216);
  }

  @Test
  void shufflesAsNumpyDoes() {
    int[] order = Shuffle.identity(8);
    new NumpyRandom(3).shuffle(order);
    assertThat(order).containsExactly(5, 7, 4, 6, 3, 1, 0, 2);

    int[] orders = new NumpyRandom(7).permutation(50_000);
    assertThat(orders).startsWith(29430, 27750, 47782, 10498, 24747);
    assertThat(orders).endsWith(13927, 919, 38467, 10742, 49689);
    Arrays.sort(orders);
    assertThat(orders).containsExactly(Shuffle.identity(50_000));
  }

  @Test
  void nothingToShuffleDrawsNothing() {
    NumpyRandom random = new NumpyRandom(1);
    random.shuffle(new int[0]);
    assertThat(random.permutation(1)).containsExactly(0);
    assertThat(random.rand()).isEqualTo(new NumpyRandom(1).rand());
  }

  @ParameterizedTest
  @CsvSource({
    "0.417022004702574, -0.8746162895046532",
    "0.00011437481734488664, -9.076029631354462",
    "4.930380657631324e-32, -72.0873067782343",
    "0.5, -0.6931471805599453",
    "0.7071067811865476, -0.3465735902799726",
    "0.7071067811865475, -0.34657359027997275",
    "0.999999999999, -9.999778782803785e-13",
    "0.9999999999999999, -1.1102230246251565e-16",
    "1, 0"
  })
  void theLogarithmIsRoundedCorrectly(double x, double expected) {
    assertThat(RoundedLog.log(x)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 32, Long.MIN_VALUE})
  void refusesSeedsThatNumpyRefuses(long seed) {
    assertThatThrownBy(() -> new NumpyRandom(seed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 4294967295");
  }

  @Test
  void refusesANegativeNumberOfValues() {
    NumpyRandom random = new NumpyRandom(1);
    assertThatThrownBy(() -> random.rand(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> random.randn(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> random.permutation(-1)).hasMessageContaining("-1");
    assertThat(random.rand(0)).isEmpty();
    assertThat(random.randn(0)).isEmpty();
    assertThat(random.permutation(0)).isEmpty();
  }
}

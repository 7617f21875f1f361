package dev.burin.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NarrowingTest {

  private static double read(TensorType type, ByteBuffer bytes) {
    double[] one = new double[1];
    Widening.read(type, bytes, one, 1);
    return one[0];
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
  }

  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16"})
  void everyNumberOfSixteenBitsIsWidenedExactlyAndComesBack(TensorType type) {
    for (int bits = 0; bits < 1 << 16; bits++) {
      double value = read(type, buffer().putShort((short) bits).flip());
      ByteBuffer back = buffer();
      Narrowing.write(type, value, back);
      if (Double.isNaN(value)) {
        assertThat(read(type, back.flip())).isNaN();
      } else {
        assertThat(back.getShort(0)).isEqualTo((short) bits);
        assertThat(Narrowing.rounded(type, value)).isEqualTo(value);
      }
    }
  }

  /** Halfway between two neighbours, and as little as a double can be to either side of that. */
  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16"})
  void doublesAreRoundedOnce(TensorType type) {
    Random random = new Random(16);
    for (int i = 0; i < 20_000; i++) {
      // Magnitudes below the greatest exponent, so that both neighbours are finite.
      int bits = random.nextInt(type == TensorType.F16 ? 0x7bff : 0x7f7f);
      double low = read(type, buffer().putShort((short) bits).flip());
      double high = read(type, buffer().putShort((short) (bits + 1)).flip());
      double middle = new BigDecimal(low).add(new BigDecimal(high)).doubleValue() / 2;
      double even = bits % 2 == 0 ? low : high;

      assertThat(Narrowing.rounded(type, middle)).isEqualTo(even);
      assertThat(Narrowing.rounded(type, Math.nextDown(middle))).isEqualTo(low);
      assertThat(Narrowing.rounded(type, Math.nextUp(middle))).isEqualTo(high);
      assertThat(Narrowing.rounded(type, -middle)).isEqualTo(-even);
    }
  }

  @Test
  void whatIsTooLargeBecomesInfiniteAndZeroKeepsItsSign() {
    assertThat(Narrowing.rounded(TensorType.F16, 65_519.999)).isEqualTo(65_504);
    assertThat(Narrowing.rounded(TensorType.F16, 65_520)).isInfinite();
    assertThat(Narrowing.rounded(TensorType.F16, -1e300)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Narrowing.rounded(TensorType.BF16, 3.4e38)).isInfinite();
    assertThat(Narrowing.rounded(TensorType.BF16, -0.0)).isEqualTo(-0.0);
    assertThat(Narrowing.rounded(TensorType.F16, 1e-300)).isEqualTo(0.0);
  }

  @Test
  void typesThatAreNoFloatsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Narrowing.write(TensorType.I32, 1, buffer()))
        .withMessageContaining("I32");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Narrowing.rounded(TensorType.I8, 1))
        .withMessageContaining("I8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Widening.read(TensorType.BOOL, buffer(), new double[1], 1))
        .withMessageContaining("BOOL");
    assertThat(Widening.knows(TensorType.I8)).isTrue();
    assertThat(Widening.knows(TensorType.F8_E4M3)).isFalse();
  }
}

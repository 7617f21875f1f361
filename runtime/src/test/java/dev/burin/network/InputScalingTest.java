package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.ByteTable;
import dev.burin.data.DoubleTable;
import dev.burin.data.Scaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes become the numbers that a network was trained on, whoever scaled them then. */
class InputScalingTest {

  private static final byte[] ALL = all();

  private static byte[] all() {
    byte[] all = new byte[256];
    for (int b = 0; b < 256; b++) {
      all[b] = (byte) b;
    }
    return all;
  }

  private static float[] scaled(InputScaling scaling) {
    float[] to = new float[257];
    scaling.scale(ALL, 256, to, 1);
    return to;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 10, 49, 100, 127, 128, 255, 256, 1_000, 65_535, 1 << 24})
  void overADivisorTheyAreThoseOfATableOfBytes(int divisor) {
    float[] expected = new float[257];
    new ByteTable(1, 256, ALL, divisor).copyRow(0, expected, 1);
    assertThat(scaled(InputScaling.over(divisor))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 255",
    "127.5, 127.5",
    "33.318, 78.567",
    "0.1307, 0.3081",
    "-5, 3",
    "1e-9, -2",
    "0, 1e-36",
    "1e30, 1e20",
    "255, 1e300",
    "0.5, 0.25"
  })
  void withAShiftTheyAreThoseOfAScaling(double shift, double divisor) {
    double[] bytes = new double[256];
    for (int b = 0; b < 256; b++) {
      bytes[b] = b;
    }
    Scaling scaling = Scaling.of(new double[] {shift}, new double[] {divisor});
    double[] doubles = scaling.toDouble(new DoubleTable(256, 1, bytes)).values();
    float[] expected = new float[257];
    for (int b = 0; b < 256; b++) {
      expected[b + 1] = (float) doubles[b];
    }
    InputScaling same = InputScaling.of(scaling.shift(), scaling.divisor());
    assertThat(scaled(same)).isEqualTo(expected);
    double[] to = new double[256];
    same.scale(ALL, 256, to, 0);
    assertThat(to).isEqualTo(doubles);
  }

  @Test
  void aTextGivesTheSameScalingBack() {
    InputScaling scaling = InputScaling.of(new double[] {0.1, -3}, new double[] {1e-7, 255});
    assertThat(InputScaling.parse(scaling.text())).isEqualTo(scaling).hasSameHashCodeAs(scaling);
    assertThat(scaling.text()).isEqualTo("0.1 1.0E-7 -3.0 255.0");
    assertThat(scaling).hasToString("(b - 0.100000) / 1.00000e-07, ... in 2 columns");
    assertThat(InputScaling.over(255)).hasToString("(b - 0.00000) / 255.000").isNotEqualTo(scaling);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1 2 3", "1 x", "0 0", "NaN 1", "0 Infinity", "0 1e-320", "1  2"})
  void whatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> InputScaling.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void moreColumnsThanAHeaderHoldsAreRefused() {
    double[] many = new double[8_193];
    assertThatThrownBy(() -> InputScaling.of(many, many))
        .hasMessage(
            "A scaling needs one shift and one divisor per column, 1 to 8192 of each, not 8193 and"
                + " 8193.");
  }
}

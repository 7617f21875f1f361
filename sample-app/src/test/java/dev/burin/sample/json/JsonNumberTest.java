package dev.burin.sample.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are the floats that {@link Float#parseFloat} gives, bit for bit. */
class JsonNumberTest {

  private static final int MANY = 50_000;

  private static void same(String number) {
    byte[] text = number.getBytes(StandardCharsets.US_ASCII);
    assertThat(JsonNumber.end(text, 0, text.length)).as(number).isEqualTo(text.length);
    assertThat(Float.floatToRawIntBits(JsonNumber.value(text, 0, text.length)))
        .as(number)
        .isEqualTo(Float.floatToRawIntBits(Float.parseFloat(number)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "0e9999999999",
        "1",
        "10",
        "0.1",
        "-2.5e-3",
        "1E+5",
        "3.4028235e38",
        "3.4028236e38",
        "1e39",
        "-1e400",
        "1e-45",
        "1.4e-45",
        "7e-46",
        "1e-400",
        "1.17549435e-38",
        "1.1754942e-38",
        "16777217",
        "16777217.0000000001",
        "16777216.9999999999",
        "1e22",
        "1e23",
        "123456789012345",
        "1234567890123456",
        "0.000000000000000000000000000000000000000000001",
        "100000000000000000000000000000000000000",
        "1e0000000000000000005",
        "1e-0000000000000000005"
      })
  void numbersAtTheEdges(String number) {
    same(number);
  }

  @Test
  void numbersThatEveryFloatIsSpelledAs() {
    Random random = new Random(1);
    for (int i = 0; i < MANY; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        same(Float.toString(value));
      }
    }
  }

  @Test
  void numbersOfAFewDigits() {
    Random random = new Random(2);
    for (int i = 0; i < MANY; i++) {
      long digits = random.nextLong(1L << random.nextInt(1, 60));
      same(digits + "e" + (random.nextInt(90) - 60));
    }
  }

  /** Rounding to a double and then to a float would be wrong here by one place. */
  @Test
  void numbersNextToTheMiddleOfTwoFloats() {
    Random random = new Random(3);
    for (int i = 0; i < MANY / 20; i++) {
      float value = Math.abs(Float.intBitsToFloat(random.nextInt()));
      if (Float.isFinite(value) && value < 1e30f && value > 1e-30f) {
        BigDecimal middle = new BigDecimal(value).add(new BigDecimal(Math.nextUp(value)));
        BigDecimal half = middle.divide(BigDecimal.valueOf(2));
        BigDecimal little = half.scaleByPowerOfTen(-40);
        same(half.toString());
        same(half.add(little).toString());
        same(half.subtract(little).toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+1",
        "01",
        "-01",
        "00",
        ".5",
        "1.",
        "-.5",
        "1e",
        "1e+",
        "1.e3",
        "NaN",
        "Infinity",
        "١",
        "e5",
        "--1"
      })
  void whatIsNoNumberOfJson(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(JsonNumber.end(bytes, 0, bytes.length)).isEqualTo(-1);
  }
}

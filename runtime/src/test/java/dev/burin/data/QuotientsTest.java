package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotientsTest {

  private static byte[] all() {
    byte[] bytes = new byte[1 + 256];
    for (int b = 0; b < 256; b++) {
      bytes[1 + b] = (byte) b;
    }
    return bytes;
  }

  /** The divisions themselves are the law. */
  private static void areDivisions(int divisor) {
    float[] floats = new float[300];
    double[] doubles = new double[300];
    Quotients quotients = new Quotients(divisor);
    quotients.copy(all(), 1, floats, 7, 256);
    quotients.copy(all(), 1, doubles, 7, 256);
    for (int b = 0; b < 256; b++) {
      float quotient = (float) b / divisor;
      assertThat(Float.floatToRawIntBits(floats[7 + b]))
          .isEqualTo(Float.floatToRawIntBits(quotient));
      assertThat(doubles[7 + b]).isEqualTo((double) b / divisor);
      assertThat(quotients.of((byte) b)).isEqualTo(doubles[7 + b]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 255, 256, 257, 1000, 16_777_213, 16_777_215, 16_777_216})
  void haveTheBitsOfDivisions(int divisor) {
    areDivisions(divisor);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40_001, 15_000_001})
  void ofAThousandDivisorsInARow(int from) {
    for (int divisor = from; divisor < from + 1000; divisor++) {
      areDivisions(divisor);
    }
  }
}

package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {

  @ParameterizedTest
  @CsvSource({
    "0.5, 1",
    "0.49999997, 0",
    "1, 1",
    "Infinity, 1",
    "-Infinity, 0",
    "NaN, -1",
    "0 1 1, 1",
    "-0.0 0.0, 0",
    "0.0 -0.0, 0",
    "3 NaN 9, -1",
    "NaN 9, -1",
    "1 Infinity 2, 1",
    "1 -Infinity, 0",
    "Infinity 1 Infinity, -1",
    "-Infinity -Infinity, -1",
  })
  void isTheSameForFloatsAndDoublesAnywhereInAnArray(String row, int wanted) {
    double[] wide = Arrays.stream(row.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    double[] doubles = new double[wide.length + 2];
    float[] floats = new float[wide.length + 2];
    for (int j = 0; j < wide.length; j++) {
      doubles[j + 1] = (float) wide[j];
      floats[j + 1] = (float) wide[j];
    }

    assertThat(Decision.of(doubles, 1, wide.length)).isEqualTo(wanted);
    assertThat(Decision.of(floats, 1, wide.length)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "7, 7"})
  void oneOutputTellsTwoClassesApart(int width, int classes) {
    assertThat(Decision.classes(width)).isEqualTo(classes);
  }
}

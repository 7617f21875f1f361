package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

  @ParameterizedTest
  @CsvSource({
    "0.3094035971595143, 0.3094036",
    "0.7043777294167167, 0.7043777",
    "0.06443202, 0.06443202",
    "0.5, 0.5000000",
    "12.5, 12.50000",
    "0.00001234567, 0.00001234567",
    "0, 0.000000",
    "1234567.25, 1234567"
  })
  void aCostHasSevenDigits(double cost, String expected) {
    assertThat(Lines.cost(100, cost)).isEqualTo("cost 100 " + expected);
  }

  @Test
  void scriptsReadTheOtherLines() {
    assertThat(Lines.accuracy("train", 0.95998)).isEqualTo("train accuracy 0.9600");
    assertThat(Lines.accuracy("test", 0.9598)).isEqualTo("test accuracy 0.9598");
    assertThat(Lines.gradient(8.0e-10, 2)).isEqualTo("gradient distance 8.0e-10 layer 2");
    assertThat(Lines.kernel(0, 1)).isEqualTo("kernel distance 0.0e+00 layer 1");
    assertThat(Lines.speed(123455.7)).isEqualTo("samples/s 123456");
    assertThat(Lines.path("avx512")).isEqualTo("path avx512");
  }
}

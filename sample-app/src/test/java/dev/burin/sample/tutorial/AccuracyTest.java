package dev.burin.sample.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected numbers were printed by {@code np.sum} of NumPy 2.4.6. */
class AccuracyTest {

  @ParameterizedTest
  @CsvSource({
    "1866, 25, 0.9598070739549842",
    "209, 0, 0.9999999999999998",
    "11272, 25, 0.9599893541518807",
    "7, 3, 0.5714285714285714",
    "8, 3, 0.625",
    "128, 10, 0.8984375",
    "129, 10, 0.8992248062015504"
  })
  void addsAsNumpyDoes(int m, int wrongEvery, String expected) {
    double[] shares =
        IntStream.range(0, m)
            .mapToDouble(i -> wrongEvery > 0 && i % wrongEvery == 0 ? 0 : 1.0 / m)
            .toArray();
    assertThat(Accuracy.sum(shares, 0, m)).isEqualTo(Double.parseDouble(expected));
  }

  @Test
  void theSumOfNothingIsZero() {
    assertThat(Accuracy.sum(new double[0], 0, 0)).isZero();
  }
}

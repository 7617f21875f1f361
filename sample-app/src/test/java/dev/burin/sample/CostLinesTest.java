package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.train.TrainingPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostLinesTest {

  @ParameterizedTest
  @CsvSource({
    "11272, 11272, 1000, 100",
    "11272, 11272, 5000, 100",
    "11272, 11272, 200, 20",
    "11272, 11272, 5, 1",
    "2000, 20, 1000, 100",
    "2000, 32, 1000, 126",
    "2000, 20, 50, 100"
  })
  void linesComeAtRoundIterationsAndWholeEpochs(int samples, int batch, int iterations, int every) {
    assertThat(CostLines.every(new TrainingPlan(samples, batch, iterations))).isEqualTo(every);
  }
}

package dev.burin.network;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingValuesTest {

  private static void targets(Loss loss, double... y) {
    TrainingValues.targets(loss, y, 0, y.length, 7);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNotFiniteUnderEveryLoss(double bad) {
    String place = "Row 7, column 1 of the targets is " + bad + "; fill or drop";
    for (Loss loss : Loss.values()) {
      assertThatThrownBy(() -> targets(loss, 1, bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(place);
    }
    assertThatThrownBy(
            () -> TrainingValues.finite("features", new double[] {9, 9, 1, bad}, 2, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Row 3, column 1 of the features is " + bad);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-9, 1.0000001, 2, 255})
  void probabilitiesLieFromZeroToOne(double bad) {
    assertThatThrownBy(() -> targets(Loss.BINARY_CROSS_ENTROPY, 0.5, bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "Row 7, column 1 of the targets is "
                + bad
                + ", but BINARY_CROSS_ENTROPY takes numbers from 0 to 1;");
    assertThatThrownBy(() -> targets(Loss.CROSS_ENTROPY, bad, 1 - bad))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but CROSS_ENTROPY takes numbers from 0 to 1 that sum to 1;");
  }

  @Test
  void rowsOfSoftmaxSumToOne() {
    for (double[] row : new double[][] {{0, 0, 0}, {1, 1, 0}, {0.5, 0.4, 0.2}, {0.9999, 0, 0}}) {
      assertThatThrownBy(() -> targets(Loss.CROSS_ENTROPY, row))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Row 7 of the targets sums to ");
    }
    for (double[] row :
        new double[][] {{0, 1, 0}, {0.9, 0.05, 0.05}, {0.9f, 0.05f, 0.05f}, {1 - 5e-6, 0, 0}}) {
      assertThatCode(() -> targets(Loss.CROSS_ENTROPY, row)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Loss.class,
      names = {"HALF_MEAN_SQUARED_ERROR", "MEAN_SQUARED_ERROR"})
  void squaredErrorsTakeAnyFiniteNumber(Loss loss) {
    assertThatCode(() -> targets(loss, -1e300, 0, 5, 1e300)).doesNotThrowAnyException();
    assertThatCode(() -> targets(Loss.BINARY_CROSS_ENTROPY, 0, 1, 0.1, -0.0))
        .doesNotThrowAnyException();
  }
}

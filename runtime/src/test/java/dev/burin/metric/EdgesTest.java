package dev.burin.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.data.SampleWeights;
import dev.burin.network.Decision;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What metrics do where they could do two things. */
class EdgesTest {

  private static final SampleWeights NONE = SampleWeights.none();

  @Test
  void aSampleWithoutAnAnswerIsWrongAndInNoCell() {
    Confusion confusion =
        Confusion.of(2, new int[] {0, 1, 1}, new int[] {0, 1, Decision.NONE}, NONE);
    assertThat(confusion.accuracy()).isEqualTo(2 / 3.0);
    assertThat(confusion.at(1, 0) + confusion.at(1, 1)).isEqualTo(1);
    assertThat(confusion.of(1).recall()).isEqualTo(0.5);
    assertThat(confusion.of(1).precision()).isEqualTo(1);
    assertThat(confusion.mean(Averaging.MICRO).precision()).isEqualTo(1);
    assertThat(confusion.mean(Averaging.MICRO).recall()).isEqualTo(2 / 3.0);
  }

  @Test
  void aWeightOfTwoIsTheSampleTwiceAndOneOfZeroNone() {
    double[] p = {0.2, 0.8, 0.7, 0.4, 0.4};
    int[] y = {0, 1, 0, 1, 0};
    SampleWeights weights = SampleWeights.of(1, 2, 0, 1, 1);
    double[] twice = {0.2, 0.8, 0.8, 0.4, 0.4};
    int[] classes = {0, 1, 1, 1, 0};
    Probabilities weighted = Probabilities.of(p, 1, y, weights);
    Probabilities repeated = Probabilities.of(twice, 1, classes, NONE);
    assertThat(weighted.logLoss()).isCloseTo(repeated.logLoss(), within(1e-15));
    assertThat(weighted.brier()).isCloseTo(repeated.brier(), within(1e-15));
    assertThat(weighted.topK(1)).isEqualTo(repeated.topK(1));
    assertThat(weighted.ranking(1).rocAuc()).isEqualTo(repeated.ranking(1).rocAuc());
    assertThat(weighted.ranking(1).thresholds()).containsExactly(0.8, 0.4, 0.2);
    assertThat(weighted.calibration(1, 5)).isEqualTo(repeated.calibration(1, 5));
  }

  @Test
  void equalProbabilitiesGoToTheLowerClass() {
    double[] p = {0.25, 0.25, 0.25, 0.25};
    for (int c = 0; c < 4; c++) {
      Probabilities one = Probabilities.of(p, 4, new int[] {c}, NONE);
      for (int k = 1; k <= 4; k++) {
        assertThat(one.topK(k)).isEqualTo(c < k ? 1 : 0);
      }
    }
  }

  @Test
  void whatDoesNotExistIsNotANumber() {
    Probabilities oneClass = Probabilities.of(new double[] {0.1, 0.9}, 1, new int[] {0, 0}, NONE);
    assertThat(oneClass.ranking(1).rocAuc()).isNaN();
    assertThat(oneClass.ranking(1).averagePrecision()).isNaN();
    double[] withNaN = {0.1, Double.NaN, 0.9};
    Probabilities broken = Probabilities.of(withNaN, 1, new int[] {0, 0, 1}, NONE);
    assertThat(broken.ranking(1).rocAuc()).isNaN();
    assertThat(broken.ranking(1).averagePrecision()).isNaN();
    assertThat(broken.logLoss()).isNaN();
    assertThat(broken.brier()).isNaN();
    assertThat(broken.topK(2)).isEqualTo(2 / 3.0);
    Probabilities sums = Probabilities.of(new double[] {-3, 4}, 1, new int[] {0, 1}, NONE);
    assertThat(sums.logLoss()).isNaN();
    assertThat(sums.ranking(1).rocAuc()).isEqualTo(1);
    assertThat(Regression.of(new double[] {1}, new double[] {1}, 1, NONE).r2()).isNaN();
    SampleWeights one = SampleWeights.of(1, 0);
    double[] y = {1, 2};
    assertThat(Regression.of(y, new double[] {1, 3}, 1, one).r2()).isNaN();
  }

  @Test
  void classesWithoutSamplesAreLeftOutOfRankingsWhereAsked() {
    double[] p = {0.6, 0.3, 0.1, 0.2, 0.7, 0.1, 0.5, 0.4, 0.1};
    Probabilities probabilities = Probabilities.of(p, 3, new int[] {0, 1, 0}, NONE);
    assertThat(probabilities.rocAuc(Averaging.MACRO)).isNaN();
    assertThat(probabilities.rocAuc(Averaging.MACRO_SEEN)).isEqualTo(1);
    assertThatThrownBy(() -> probabilities.rocAuc(Averaging.MICRO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("take MACRO or WEIGHTED");
  }

  /** Sixty times 0.1 is not 6, and its mean not 0.1. */
  @Test
  void aConstantTruthHasNoVarianceWhateverItsMeanRoundsTo() {
    double[] y = new double[60];
    Arrays.fill(y, 0.1);
    assertThat(Regression.of(y, y.clone(), 1, NONE).r2()).isEqualTo(1);
    assertThat(Regression.of(y, new double[60], 1, NONE).r2()).isZero();
  }

  @Test
  void minusZeroAndZeroAreOneScore() {
    Ranking ranking = Ranking.of(new double[] {-0.0, 0.0}, new int[] {0, 1}, 1, NONE);
    assertThat(ranking.thresholds()).hasSize(1);
    assertThat(ranking.rocAuc()).isEqualTo(0.5);
  }

  @SuppressWarnings("NullAway") // What happens when null is passed is part of this.
  static Stream<Runnable> refused() {
    int[] y = {0, 1};
    double[] p = {0.1, 0.9};
    return Stream.of(
        () -> Confusion.of(1, y, y, NONE),
        () -> Confusion.of(2, new int[0], new int[0], NONE),
        () -> Confusion.of(2, y, new int[1], NONE),
        () -> Confusion.of(2, new int[] {0, 2}, y, NONE),
        () -> Confusion.of(2, y, new int[] {0, -2}, NONE),
        () -> Confusion.of(2, y, y, SampleWeights.of(0, 0)),
        () -> Confusion.of(2, y, y, SampleWeights.of(1)),
        () -> Confusion.of(2, null, y, NONE),
        () -> Confusion.of(2, y, y, NONE).fBeta(0, 0),
        () -> Probabilities.of(p, 0, y, NONE),
        () -> Probabilities.of(p, 2, y, NONE),
        () -> Probabilities.of(p, 1, y, NONE).topK(0),
        () -> Probabilities.of(p, 1, y, NONE).ranking(2),
        () -> Probabilities.of(p, 1, y, NONE).calibration(1, 0),
        () -> Calibration.uniform(new double[] {1.5}, new int[] {1}, 1, 2, NONE),
        () -> Calibration.quantile(new double[0], new int[0], 1, 2, NONE),
        () -> Ranking.of(p, new int[1], 1, NONE),
        () -> Regression.of(p, new double[1], 1, NONE),
        () -> Regression.of(new double[3], new double[3], 2, NONE),
        () -> Regression.of(p, p, 1, null));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatCannotBeJudgedIsRefusedInASentence(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class)
        .message()
        .matches("(?s)[A-Z].*\\.")
        .doesNotContain("Cannot");
  }
}

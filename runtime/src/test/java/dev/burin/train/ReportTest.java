package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.DoubleTable;
import dev.burin.data.SampleWeights;
import dev.burin.kernel.DoubleTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What an evaluation tells people. */
class ReportTest {

  /** Hands its inputs on, under a squared error. */
  private static DoubleNetwork echo(int width) {
    NetworkShape shape =
        NetworkShape.of(
            Loss.MEAN_SQUARED_ERROR,
            Precision.DOUBLE,
            LayerShape.of(width, width, Activation.IDENTITY));
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    for (int j = 0; j < width; j++) {
      network.parameter(network.layout().layer(1).weight(j, j), 1);
    }
    return network;
  }

  private static Dataset data(int width, double[] x, double... y) {
    int n = y.length / width;
    return new Dataset(new DoubleTable(n, width, x), new DoubleTable(n, width, y));
  }

  private static Evaluation flowers() {
    double[] x = {.8, .1, .1, .2, .7, .1, .1, .6, .3, .1, .2, .7, .1, .8, .1, .5, .3, .2};
    return Evaluation.of(echo(3), data(3, x, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0));
  }

  @Test
  void classesAreToldByName() {
    assertThat(flowers().report(List.of("setosa", "versicolor", "virginica")))
        .isEqualTo(
            """
            6 samples, 3 classes
            accuracy 0.8333, balanced accuracy 0.8333, Matthews 0.7833
            log loss 0.7405, Brier score 0.4067, ROC AUC 0.7917

            class            precision  recall      F1  samples
            setosa              1.0000  1.0000  1.0000        2
            versicolor          0.6667  1.0000  0.8000        2
            virginica           1.0000  0.5000  0.6667        2
            mean of classes     0.8889  0.8333  0.8222        6
            mean by samples     0.8889  0.8333  0.8222        6

            class \\ answer  setosa  versicolor  virginica
            setosa               2           0          0
            versicolor           0           2          0
            virginica            0           1          1

            most often confused:
              virginica answered as versicolor: 1, 50.0 % of its samples
            """);
  }

  @Test
  void theSurestMistakesComeFirst() {
    assertThat(flowers().mistakes(9)).containsExactly(new Mistake(4, 2, 1, 0.8));
    Dataset two = data(1, new double[] {0.9, 0.2, 0.6, 0.1}, 0, 1, 0, 1);
    assertThat(Evaluation.of(echo(1), two).mistakes(2))
        .containsExactly(new Mistake(0, 0, 1, 0.9), new Mistake(3, 1, 0, 0.9));
  }

  @Test
  void longNamesStandBesideTheirNumbersAndHideNothing() {
    String text = flowers().report(List.of("a\nb", "an iris with a long name", "é".repeat(99)));
    assertThat(text)
        .contains("a?b")
        .contains("[1] an iris with a long name                    0    2    0")
        .contains("é".repeat(37) + "...")
        .doesNotContain("é".repeat(38));
    assertThatThrownBy(() -> flowers().report(List.of("one")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There are 1 names, but 3 are needed.");
  }

  @Test
  void numbersAreToldOfEachOutput() {
    double[] x = {1, 10, 2, 20, 4, 30};
    Evaluation evaluation = Evaluation.of(echo(2), data(2, x, 1, 10, 2, 20, 3, 33));
    assertThat(evaluation.ofClasses()).isFalse();
    assertThat(evaluation)
        .hasToString("Evaluation[Regression[R2 0.7331, MAE 0.666667, RMSE 1.29099] of 3 samples]");
    assertThat(evaluation.report(List.of("price", "age")))
        .isEqualTo(
            """
            3 samples, 2 outputs
            R2 0.7331, MAE 0.666667, RMSE 1.29099, greatest error 3.00000

            output      R2       MAE      RMSE
            price   0.5000  0.333333  0.577350
            age     0.9662   1.00000   1.73205
            """);
    assertThatThrownBy(() -> Evaluation.of(echo(1), data(1, new double[1], 2.5)).accuracy())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The target of sample 0 is 2.5");
  }

  @Test
  void weightsCountAndSamplesWithoutOneAreLeftOut() {
    Dataset rows = data(1, new double[] {0.9, 0.2, 0.6, 0.1}, 0, 1, 1, 0);
    Evaluation weighted = Evaluation.of(echo(1), rows.weighted(SampleWeights.of(0, 1, 2, 2)));
    assertThat(weighted.size()).isEqualTo(3);
    assertThat(weighted.accuracy()).isEqualTo(0.8);
    assertThat(weighted.correct()).isEqualTo(2);
    assertThat(weighted.confusion().at(1, 1)).isEqualTo(2);
    assertThat(weighted.mistakes(5)).containsExactly(new Mistake(1, 1, 0, 0.8));
    assertThat(weighted)
        .hasToString("Evaluation[accuracy 0.8000 by weight: 2 of 3 right, 2 classes]");
    assertThat(weighted.report()).contains("which count by their weights").contains("mean");
  }

  @Test
  void whatDoesNotExistIsSaid() {
    Evaluation one = Evaluation.of(echo(1), data(1, new double[] {-0.9, 1.2}, 0, 0));
    assertThat(one.report())
        .contains("log loss and Brier score: none")
        .contains("ROC AUC: none, as it needs samples of every class");
    assertThat(Evaluation.of(echo(1), data(1, new double[1], 2.5)).report()).contains("R2 none");
  }

  @Test
  void targetsOfTwoNumbersAreClassesAndOthersAreNot() {
    double[] x = {.8, .1, .2, .7};
    assertThat(Evaluation.of(echo(2), data(2, x, .99, .01, .01, .99)).ofClasses()).isTrue();
    Evaluation numbers = Evaluation.of(echo(2), data(2, x, .99, .01, .02, .99));
    assertThat(numbers.ofClasses()).isFalse();
    assertThat(numbers.accuracy()).isEqualTo(1);
  }

  @Test
  void aReportIsTheSameInEveryLanguage() {
    Locale before = Locale.getDefault();
    String here = flowers().report();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(flowers().report()).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }
}

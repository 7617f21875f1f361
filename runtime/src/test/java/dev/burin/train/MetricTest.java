package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.data.Dataset;
import dev.burin.data.DoubleTable;
import dev.burin.data.Labels;
import dev.burin.metric.Averaging;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Sgd;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Metrics by their plain names, as a validation measures them. */
class MetricTest {

  private static final List<Metric> OF_CLASSES =
      List.of(
          Metric.accuracy(),
          Metric.balancedAccuracy(),
          Metric.topK(2),
          Metric.precision(Averaging.MACRO),
          Metric.recall(Averaging.WEIGHTED),
          Metric.f1(Averaging.MACRO),
          Metric.f1(Averaging.MACRO_SEEN),
          Metric.f1(Averaging.MICRO),
          Metric.matthews(),
          Metric.rocAuc(),
          Metric.averagePrecision(),
          Metric.logLoss(),
          Metric.brier());

  private static final List<Metric> OF_NUMBERS =
      List.of(Metric.r2(), Metric.mae(), Metric.rmse(), Metric.mape());

  private static Dataset classes() {
    double[] x = {-2, -1, 0, 1, 2, 3};
    return new Dataset(new DoubleTable(6, 1, x), Labels.of(0, 1, 0, 1, 2, 2).oneHot(3));
  }

  @Test
  void aHistoryHoldsEachByItsOwnName() {
    FloatNetwork network = Samples.classes(1, 3);
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Sgd(0.1))
            .iterations(3)
            .validation(classes(), OF_CLASSES.toArray(Metric[]::new))
            .build()
            .train(network, classes());
    assertThat(history.metricNames())
        .hasSize(OF_CLASSES.size())
        .contains("accuracy", "top 2", "macro f1", "macro seen f1", "roc auc");
    Evaluation last = Evaluation.of(network, classes());
    for (Metric metric : OF_CLASSES) {
      double[] values = history.metric(metric.name());
      assertThat(values).as(metric.name()).hasSize(3);
      assertThat(values[2]).as(metric.name()).isEqualTo(metric.of(last)).isFinite();
    }
    assertThat(history.metric("micro f1")).isEqualTo(history.metric("accuracy"));
  }

  @Test
  void numbersAreMeasuredByTheirErrors() {
    FloatNetwork network = Samples.line();
    Dataset data = Samples.of(1, new float[] {1, 2, 3}, 1, new float[] {2, 4, 6});
    Evaluation evaluation = Evaluation.of(network, data);
    assertThat(OF_NUMBERS.stream().map(metric -> metric.of(evaluation)))
        .containsExactly(evaluation.regression().r2(), 4.0, Math.sqrt((4 + 16 + 36) / 3.0), 1.0);
    assertThat(evaluation.regression().r2()).isCloseTo(-6, within(1e-12));
  }

  @Test
  void namesAreDifferentAndBadOnesAreRefused() {
    HashSet<String> names = new HashSet<>();
    OF_CLASSES.forEach(metric -> names.add(metric.name()));
    OF_NUMBERS.forEach(metric -> names.add(metric.name()));
    assertThat(names).hasSize(OF_CLASSES.size() + OF_NUMBERS.size());
    assertThatThrownBy(() -> Metric.topK(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The k of the top k is 0, not 1 or more.");
  }
}

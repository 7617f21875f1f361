package dev.burin.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.data.SampleWeights;
import dev.burin.network.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every number of the cases that scikit-learn computed. */
class ReferenceTest {

  private static int[] answers(double[] p, int width) {
    return IntStream.range(0, p.length / width)
        .map(i -> Decision.of(p, i * width, width))
        .toArray();
  }

  private static double[] cells(Confusion confusion) {
    int classes = confusion.classes();
    return IntStream.range(0, classes * classes)
        .mapToDouble(i -> confusion.at(i / classes, i % classes))
        .toArray();
  }

  private static double[] each(Confusion confusion, ToDoubleFunction<ClassScore> of) {
    return IntStream.range(0, confusion.classes())
        .mapToDouble(c -> of.applyAsDouble(confusion.of(c)))
        .toArray();
  }

  private static double[] triple(Confusion confusion, Averaging averaging) {
    ClassScore mean = confusion.mean(averaging);
    return new double[] {mean.precision(), mean.recall(), mean.f1()};
  }

  private static void confusion(Case each, Confusion confusion) {
    each.same("confusion_rows_true_columns_predicted", cells(confusion));
    each.same("accuracy", confusion.accuracy());
    each.same("matthews", confusion.matthews());
    each.same("cohen_kappa", confusion.kappa());
  }

  @Test
  void twoClasses() {
    List<Case> cases = Case.of("binary.jsonl");
    for (Case each : cases) {
      int[] y = each.classes();
      double[] score = each.numbers("score");
      Confusion confusion = Confusion.of(2, y, answers(score, 1), each.weights());
      confusion(each, confusion);
      each.same("balanced_accuracy", confusion.balancedAccuracy());
      each.same("precision", confusion.of(1).precision());
      each.same("recall", confusion.of(1).recall());
      each.same("f1", confusion.of(1).f1());
      each.same("precision_of_class_0", confusion.of(0).precision());
      each.same("recall_of_class_0", confusion.of(0).recall());
      each.same("f1_of_class_0", confusion.of(0).f1());
      each.same("f2", confusion.fBeta(1, 2));
      Probabilities probabilities = Probabilities.of(score, 1, y, each.weights());
      each.same("roc_auc", probabilities.rocAuc(Averaging.MACRO));
      each.same("average_precision", probabilities.averagePrecision(Averaging.MACRO));
      each.same("log_loss", probabilities.logLoss());
      each.same("brier", probabilities.brier());
      curves(each, probabilities, score, y);
      each.everyNumberWasCompared();
    }
    assertThat(cases).hasSizeGreaterThanOrEqualTo(16);
  }

  private static void curves(Case each, Probabilities probabilities, double[] score, int[] y) {
    if (each.expects("roc_fpr")) {
      Ranking ranking = probabilities.ranking(1);
      each.same("roc_fpr", ranking.falsePositiveRates());
      each.same("roc_tpr", ranking.truePositiveRates());
      each.same("roc_thresholds_after_the_first", ranking.thresholds());
    }
    if (each.expects("expected_calibration_error_uniform")) {
      int bins = each.number("bins");
      Calibration uniform = probabilities.calibration(1, bins);
      bins(each, "uniform", uniform);
      each.same("expected_calibration_error_uniform", uniform.expectedError());
      bins(each, "quantile", Calibration.quantile(score, y, 1, bins, SampleWeights.none()));
    }
  }

  private static void bins(Case each, String kind, Calibration calibration) {
    each.same(
        "calibration_" + kind + "_fraction_positive",
        calibration.bins().stream().mapToDouble(Calibration.Bin::positive).toArray());
    each.same(
        "calibration_" + kind + "_mean_predicted",
        calibration.bins().stream().mapToDouble(Calibration.Bin::predicted).toArray());
  }

  @Test
  void manyClasses() {
    List<Case> cases = Case.of("multiclass.jsonl");
    for (Case each : cases) {
      int[] y = each.classes();
      int classes = each.number("classes");
      double[] p = each.numbers("probabilities");
      int[] answers = answers(p, classes);
      each.same(
          "predicted_argmax_lowest_index_on_ties",
          Arrays.stream(answers).asDoubleStream().toArray());
      Confusion confusion = Confusion.of(classes, y, answers, each.weights());
      confusion(each, confusion);
      each.same("balanced_accuracy_over_classes_present_in_truth", confusion.balancedAccuracy());
      each.same("precision_per_class", each(confusion, ClassScore::precision));
      each.same("recall_per_class", each(confusion, ClassScore::recall));
      each.same("f1_per_class", each(confusion, ClassScore::f1));
      each.same("support_per_class", each(confusion, ClassScore::support));
      String three = "_precision_recall_f1_over_";
      each.same("macro" + three + "all_classes", triple(confusion, Averaging.MACRO));
      each.same("micro" + three + "all_classes", triple(confusion, Averaging.MICRO));
      each.same("weighted" + three + "all_classes", triple(confusion, Averaging.WEIGHTED));
      each.same(
          "macro" + three + "classes_seen_in_truth_or_prediction",
          triple(confusion, Averaging.MACRO_SEEN));
      probabilities(each, Probabilities.of(p, classes, y, each.weights()));
      topK(each, p, classes, y);
      each.everyNumberWasCompared();
    }
    assertThat(cases).hasSizeGreaterThanOrEqualTo(18);
  }

  private static void probabilities(Case each, Probabilities probabilities) {
    each.same("log_loss", probabilities.logLoss());
    each.same("roc_auc_ovr_macro", probabilities.rocAuc(Averaging.MACRO));
    each.same("roc_auc_ovr_weighted", probabilities.rocAuc(Averaging.WEIGHTED));
    if (each.weights().isNone()) {
      each.same("roc_auc_ovo_macro", probabilities.rocAucOfPairs(false));
      each.same("roc_auc_ovo_weighted", probabilities.rocAucOfPairs(true));
    } else {
      // scikit-learn takes no weights there.
      each.isNotOurs("roc_auc_ovo_macro");
      each.isNotOurs("roc_auc_ovo_weighted");
    }
  }

  /** Classes in reverse, as there the higher of equal ones goes first. */
  private static void topK(Case each, double[] p, int classes, int[] y) {
    double[] reversed = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      reversed[i / classes * classes + classes - 1 - i % classes] = p[i];
    }
    int[] mirrored = Arrays.stream(y).map(c -> classes - 1 - c).toArray();
    Probabilities probabilities = Probabilities.of(reversed, classes, mirrored, each.weights());
    for (int k = 1; k <= classes; k++) {
      String name = "top_" + k + "_accuracy_higher_index_first_on_ties";
      if (each.expects(name)) {
        each.same(name, probabilities.topK(k));
      }
    }
  }

  @Test
  void numbers() {
    List<Case> cases = Case.of("regression.jsonl");
    for (Case each : cases) {
      double[] y = each.numbers("y");
      int width = each.expects("mae_per_output") ? 3 : 1;
      Regression regression = Regression.of(y, each.numbers("predicted"), width, each.weights());
      each.same("mae", regression.mae());
      each.same("mse", regression.mse());
      each.same("rmse_of_mean_over_outputs", regression.rmse());
      each.same("rmse_mean_of_roots", regression.meanOfRmse());
      each.same("r2_uniform_average", regression.r2());
      each.same("explained_variance", regression.explainedVariance());
      each.same("median_absolute_error", regression.medianAbsoluteError());
      each.same("mape", regression.mape());
      if (width == 1) {
        each.same("max_error", regression.maxError());
      } else {
        each.same("mae_per_output", IntStream.range(0, 3).mapToDouble(regression::mae).toArray());
        each.same("r2_per_output", IntStream.range(0, 3).mapToDouble(regression::r2).toArray());
        each.same("r2_variance_weighted", regression.r2ByVariance());
      }
      each.everyNumberWasCompared();
    }
    assertThat(cases).hasSizeGreaterThanOrEqualTo(11);
  }
}

package dev.burin.train;

import static dev.burin.train.ReportTable.count;
import static dev.burin.train.ReportTable.share;

import dev.burin.metric.Averaging;
import dev.burin.metric.ClassScore;
import dev.burin.metric.Confusion;
import dev.burin.metric.Probabilities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The report of an evaluation of classes. */
final class ClassReport {

  /** A matrix of more classes is wider than a screen. */
  private static final int MOST_COLUMNS = 20;

  private static final int LONGEST_HEADING = 12;
  private static final int MOST_CONFUSIONS = 5;

  private ClassReport() {}

  static String of(Evaluation evaluation, List<String> names) {
    Confusion confusion = evaluation.confusion();
    StringBuilder text = new StringBuilder();
    text.append(summary(evaluation, confusion)).append(probabilities(evaluation)).append('\n');
    text.append(scores(confusion, names)).append('\n').append(matrix(confusion, names));
    return text.append(confusions(confusion, names)).toString();
  }

  private static String summary(Evaluation evaluation, Confusion confusion) {
    return String.format(
        Locale.ROOT,
        "%d samples%s, %d classes\naccuracy %.4f, balanced accuracy %.4f, Matthews %.4f\n",
        evaluation.size(),
        evaluation.isWeighted() ? ", which count by their weights" : "",
        confusion.classes(),
        confusion.accuracy(),
        confusion.balancedAccuracy(),
        confusion.matthews());
  }

  private static String probabilities(Evaluation evaluation) {
    Probabilities probabilities = evaluation.probabilities();
    double logLoss = probabilities.logLoss();
    double area = probabilities.rocAuc(Averaging.MACRO);
    String scores =
        Double.isNaN(logLoss)
            ? "log loss and Brier score: none, as outputs are no probabilities"
            : String.format(
                Locale.ROOT, "log loss %.4f, Brier score %.4f", logLoss, probabilities.brier());
    return scores
        + (Double.isNaN(area)
            ? ", ROC AUC: none, as it needs samples of every class and answers to all\n"
            : String.format(Locale.ROOT, ", ROC AUC %.4f\n", area));
  }

  private static String scores(Confusion confusion, List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("class", "precision", "recall", "F1", "samples"));
    for (int c = 0; c < names.size(); c++) {
      rows.add(row(names.get(c), confusion.of(c)));
    }
    rows.add(row("mean of classes", confusion.mean(Averaging.MACRO)));
    rows.add(row("mean by samples", confusion.mean(Averaging.WEIGHTED)));
    return ReportTable.of(rows);
  }

  private static List<String> row(String name, ClassScore score) {
    return List.of(
        name,
        share(score.precision()),
        share(score.recall()),
        share(score.f1()),
        count(score.support()));
  }

  private static String matrix(Confusion confusion, List<String> names) {
    int classes = names.size();
    if (classes > MOST_COLUMNS) {
      return "";
    }
    boolean byName = names.stream().allMatch(name -> name.length() <= LONGEST_HEADING);
    List<List<String>> rows = new ArrayList<>();
    List<String> heading = new ArrayList<>(List.of("class \\ answer"));
    for (int c = 0; c < classes; c++) {
      heading.add(byName ? names.get(c) : "[" + c + "]");
    }
    boolean unanswered = confusion.total() > sumOfCells(confusion);
    if (unanswered) {
      heading.add("none");
    }
    rows.add(heading);
    for (int t = 0; t < classes; t++) {
      List<String> row = new ArrayList<>(List.of(byName ? names.get(t) : named(t, names)));
      double rest = confusion.support(t);
      for (int a = 0; a < classes; a++) {
        row.add(count(confusion.at(t, a)));
        rest -= confusion.at(t, a);
      }
      if (unanswered) {
        row.add(count(Math.max(0, rest)));
      }
      rows.add(row);
    }
    return ReportTable.of(rows);
  }

  private static String named(int c, List<String> names) {
    return "[" + c + "] " + names.get(c);
  }

  private static double sumOfCells(Confusion confusion) {
    double sum = 0;
    for (int c = 0; c < confusion.classes(); c++) {
      sum += confusion.answered(c);
    }
    return sum;
  }

  private static String confusions(Confusion confusion, List<String> names) {
    List<int[]> pairs = new ArrayList<>();
    for (int t = 0; t < names.size(); t++) {
      for (int a = 0; a < names.size(); a++) {
        if (t != a && confusion.at(t, a) > 0) {
          pairs.add(new int[] {t, a});
        }
      }
    }
    pairs.sort(Comparator.comparingDouble((int[] p) -> -confusion.at(p[0], p[1])));
    StringBuilder text = new StringBuilder();
    for (int[] pair : pairs.subList(0, Math.min(MOST_CONFUSIONS, pairs.size()))) {
      double times = confusion.at(pair[0], pair[1]);
      text.append(
          String.format(
              Locale.ROOT,
              "%s%s answered as %s: %s, %.1f %% of its samples",
              text.isEmpty() ? "\nmost often confused:\n  " : "\n  ",
              names.get(pair[0]),
              names.get(pair[1]),
              count(times),
              100 * times / confusion.support(pair[0])));
    }
    return text.isEmpty() ? "" : text.append('\n').toString();
  }
}

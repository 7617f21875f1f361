package dev.burin.report;

import dev.burin.metric.Averaging;
import dev.burin.metric.Calibration;
import dev.burin.metric.ClassScore;
import dev.burin.metric.Confusion;
import dev.burin.metric.Probabilities;
import dev.burin.metric.Ranking;
import dev.burin.train.Evaluation;
import dev.burin.train.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How well classes are told apart. */
final class ClassPart {

  private static final int MOST_MISTAKES = 10;
  private static final int BINS = 10;

  /** A matrix of more classes is no help to the eye. */
  private static final int MOST_CLASSES = 40;

  private ClassPart() {}

  static String html(Evaluation evaluation, List<String> names) {
    Confusion confusion = evaluation.confusion();
    Probabilities probabilities = evaluation.probabilities();
    return Html.facts(
            List.of(
                "accuracy",
                Html.number(confusion.accuracy()),
                "right",
                evaluation.correct() + " of " + evaluation.size(),
                "balanced accuracy",
                Html.number(confusion.balancedAccuracy()),
                "F1, mean of classes",
                Html.number(confusion.mean(Averaging.MACRO).f1()),
                "Matthews",
                Html.number(confusion.matthews()),
                "log loss",
                Html.number(probabilities.logLoss()),
                "Brier score",
                Html.number(probabilities.brier()),
                "ROC AUC",
                Html.number(probabilities.rocAuc(Averaging.MACRO))))
        + scores(confusion, names)
        + matrix(confusion, names)
        + mistakes(evaluation.mistakes(MOST_MISTAKES), names)
        + curves(probabilities);
  }

  private static String scores(Confusion confusion, List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("class", "precision", "recall", "F1", "samples"));
    for (int c = 0; c < names.size(); c++) {
      ClassScore score = confusion.of(c);
      rows.add(
          List.of(
              names.get(c),
              Html.number(score.precision()),
              Html.number(score.recall()),
              Html.number(score.f1()),
              Html.count(score.support())));
    }
    return "<h3>Classes</h3>\n" + Html.table(rows);
  }

  private static String matrix(Confusion confusion, List<String> names) {
    if (names.size() > MOST_CLASSES) {
      return "";
    }
    StringBuilder html = new StringBuilder("<h3>Confusion</h3>\n");
    html.append("<p class=\"soft\">Rows are what samples are, columns what they were answered");
    html.append(
        " with.</p>\n<div class=\"wide\"><table class=\"confusion\">\n<thead><tr><th></th>");
    names.forEach(name -> html.append("<th>").append(Html.name(name)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (int t = 0; t < names.size(); t++) {
      html.append("<tr><th>").append(Html.name(names.get(t))).append("</th>");
      for (int a = 0; a < names.size(); a++) {
        double share = confusion.support(t) > 0 ? confusion.at(t, a) / confusion.support(t) : 0;
        html.append(
            String.format(
                Locale.ROOT,
                "<td%s style=\"background:rgba(var(--%s),%.3f)\">%s</td>",
                share > 0.55 ? " class=\"strong\"" : "",
                t == a ? "right" : "wrong",
                share,
                Html.count(confusion.at(t, a))));
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private static String mistakes(List<Mistake> mistakes, List<String> names) {
    if (mistakes.isEmpty()) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("sample", "is", "answered with", "output"));
    for (Mistake mistake : mistakes) {
      rows.add(
          List.of(
              Integer.toString(mistake.sample()),
              names.get(mistake.truth()),
              names.get(mistake.answer()),
              Html.number(mistake.output())));
    }
    return "<h3>The surest mistakes</h3>\n<p class=\"soft\">Samples are counted from 0.</p>\n"
        + Html.table("names", rows);
  }

  /** Of two classes: how they are ranked, and whether probabilities are what they say. */
  private static String curves(Probabilities probabilities) {
    boolean told = !Double.isNaN(probabilities.logLoss());
    if (probabilities.classes() > 2 || !told) {
      return "";
    }
    Ranking ranking = probabilities.ranking(1);
    Calibration calibration = probabilities.calibration(1, BINS);
    double[] ends = {0, 1};
    StringBuilder html = new StringBuilder("<div class=\"charts\">\n");
    if (!Double.isNaN(ranking.rocAuc())) {
      html.append(
          new Chart("ROC", "false positive rate", false)
              .line("chance", Chart.GUIDE, ends, ends)
              .line(
                  "true positive rate",
                  0,
                  ranking.falsePositiveRates(),
                  ranking.truePositiveRates())
              .svg());
    }
    html.append(
        new Chart("calibration", "predicted probability", false)
            .line("exact", Chart.GUIDE, ends, ends)
            .line(
                "share of class 1",
                0,
                calibration.bins().stream().mapToDouble(Calibration.Bin::predicted).toArray(),
                calibration.bins().stream().mapToDouble(Calibration.Bin::positive).toArray())
            .svg());
    return html.append("</div>\n").toString();
  }
}

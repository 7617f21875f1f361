package dev.burin.train;

import dev.burin.metric.Regression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report of an evaluation of numbers. */
final class RegressionReport {

  private RegressionReport() {}

  static String of(Evaluation evaluation, List<String> names) {
    Regression regression = evaluation.regression();
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%d samples%s, %d output%s\nR2 %s, MAE %s, RMSE %s, greatest error %s\n",
                evaluation.size(),
                evaluation.isWeighted() ? ", which count by their weights" : "",
                names.size(),
                names.size() == 1 ? "" : "s",
                r2(regression.r2()),
                number(regression.mae()),
                number(regression.rmse()),
                number(regression.maxError())));
    if (names.size() > 1) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("output", "R2", "MAE", "RMSE"));
      for (int j = 0; j < names.size(); j++) {
        rows.add(
            List.of(
                names.get(j),
                r2(regression.r2(j)),
                number(regression.mae(j)),
                number(regression.rmse(j))));
      }
      text.append('\n').append(ReportTable.of(rows));
    }
    return text.toString();
  }

  /** One sample has no variance, and an output that is no number has no error. */
  private static String r2(double value) {
    return Double.isNaN(value) ? "none" : ReportTable.share(value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}

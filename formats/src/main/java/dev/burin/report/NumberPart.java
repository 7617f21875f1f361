package dev.burin.report;

import dev.burin.metric.Regression;
import dev.burin.train.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** How far answers are from numbers. */
final class NumberPart {

  private NumberPart() {}

  static String html(Evaluation evaluation, List<String> names) {
    Regression regression = evaluation.regression();
    String facts =
        Html.facts(
            List.of(
                "samples",
                Integer.toString(evaluation.size()),
                "R2",
                Html.number(regression.r2()),
                "mean absolute error",
                Html.number(regression.mae()),
                "root mean squared error",
                Html.number(regression.rmse()),
                "greatest error",
                Html.number(regression.maxError())));
    if (names.size() == 1) {
      return facts;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("output", "R2", "MAE", "RMSE"));
    for (int j = 0; j < names.size(); j++) {
      rows.add(
          List.of(
              names.get(j),
              Html.number(regression.r2(j)),
              Html.number(regression.mae(j)),
              Html.number(regression.rmse(j))));
    }
    return facts + Html.table(rows);
  }
}

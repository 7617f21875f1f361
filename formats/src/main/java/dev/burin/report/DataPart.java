package dev.burin.report;

import dev.burin.data.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What samples are made of. */
final class DataPart {

  /** More columns are told of together. */
  private static final int MOST_COLUMNS = 40;

  private DataPart() {}

  /** Least, mean and greatest number of some columns. */
  private record Range(double[] least, double[] sum, double[] greatest) {

    static Range of(int columns) {
      Range range = new Range(new double[columns], new double[columns], new double[columns]);
      Arrays.fill(range.least, Double.POSITIVE_INFINITY);
      Arrays.fill(range.greatest, Double.NEGATIVE_INFINITY);
      return range;
    }

    void take(double[] row) {
      for (int j = 0; j < row.length; j++) {
        least[j] = Math.min(least[j], row[j]);
        sum[j] += row[j];
        greatest[j] = Math.max(greatest[j], row[j]);
      }
    }
  }

  static String html(Samples samples, List<String> columns) {
    int n = samples.size();
    Range features = Range.of(samples.inputs());
    Range targets = Range.of(samples.outputs());
    double[] x = new double[samples.inputs()];
    double[] y = new double[samples.outputs()];
    for (int i = 0; i < n; i++) {
      samples.copy(new int[] {i}, 0, 1, x, y);
      features.take(x);
      targets.take(y);
    }
    List<String> facts = new ArrayList<>();
    facts.addAll(List.of("samples", Integer.toString(n)));
    facts.addAll(List.of("features", Integer.toString(samples.inputs())));
    facts.addAll(List.of("targets", Integer.toString(samples.outputs())));
    facts.addAll(List.of("weights", samples.weights().isNone() ? "none" : "one for each"));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("column", "least", "mean", "greatest"));
    rows(rows, "feature", features, n, columns);
    rows(rows, "target", targets, n, List.of());
    return Html.facts(facts) + (n == 0 ? "" : Html.table(rows));
  }

  private static void rows(
      List<List<String>> rows, String kind, Range range, int n, List<String> names) {
    int columns = range.sum.length;
    if (columns > MOST_COLUMNS) {
      rows.add(
          row(
              "all " + columns + " " + kind + "s",
              Arrays.stream(range.least).min().orElseThrow(),
              Arrays.stream(range.sum).sum() / n / columns,
              Arrays.stream(range.greatest).max().orElseThrow()));
      return;
    }
    for (int j = 0; j < columns; j++) {
      String name = names.isEmpty() ? kind + " " + j : names.get(j);
      rows.add(row(name, range.least[j], range.sum[j] / n, range.greatest[j]));
    }
  }

  private static List<String> row(String name, double least, double mean, double greatest) {
    return List.of(name, Html.number(least), Html.number(mean), Html.number(greatest));
  }
}

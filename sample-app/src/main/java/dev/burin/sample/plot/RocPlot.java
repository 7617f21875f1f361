package dev.burin.sample.plot;

import dev.burin.metric.Probabilities;
import dev.burin.metric.Ranking;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;

/** How well classes are ranked: one ROC curve for two classes, else one for each. */
public final class RocPlot {

  /** More curves than this are a tangle. */
  private static final int MOST_CURVES = 10;

  private RocPlot() {}

  /**
   * The bytes of a PNG of 640 by 640 pixels.
   *
   * @param names of the classes
   */
  public static byte[] png(String title, Probabilities probabilities, List<String> names)
      throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(640)
            .height(640)
            .title(title)
            .xAxisTitle("false positive rate")
            .yAxisTitle("true positive rate")
            .build();
    PlotStyle.apply(chart, Styler.LegendPosition.InsideSE);
    PlotStyle.diagonal(chart, "chance");
    int classes = probabilities.classes();
    for (int c = classes == 2 ? 1 : 0; c < Math.min(classes, MOST_CURVES); c++) {
      Ranking ranking = probabilities.ranking(c);
      if (!Double.isNaN(ranking.rocAuc())) {
        PlotStyle.line(
            chart.addSeries(
                String.format(Locale.ROOT, "%s, area %.4f", names.get(c), ranking.rocAuc()),
                ranking.falsePositiveRates(),
                ranking.truePositiveRates()),
            colour(c, classes),
            2.4f);
      }
    }
    return ChartEncoder.getBytes(chart, "png");
  }

  private static Color colour(int c, int classes) {
    return classes == 2
        ? PlotStyle.BLUE
        : Color.getHSBColor(0.6f + c / (float) Math.min(classes, MOST_CURVES), 0.75f, 0.7f);
  }
}

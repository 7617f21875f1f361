package dev.burin.sample;

import dev.burin.train.TrainingHistory;
import dev.burin.train.TrainingListener;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The cost over the iterations, as a picture: every batch in grey, every epoch in blue. */
public final class CostCurve implements TrainingListener {

  private static final Color BLUE = new Color(0x1F, 0x5F, 0xA8);
  private static final Color GREY = new Color(0xC4, 0xC9, 0xD0);
  private static final Color INK = new Color(0x33, 0x3A, 0x42);
  private static final Color RULE = new Color(0xE6, 0xE9, 0xED);

  /** Room for the batches that have been, not for all that are planned. */
  private double[] batches = new double[16];

  @Override
  public void stepped(int iteration, double cost) {
    if (iteration == batches.length) {
      batches = Arrays.copyOf(batches, iteration + iteration / 2);
    }
    batches[iteration] = cost;
  }

  /** The bytes of a PNG of 900 by 560 pixels. */
  public byte[] png(String title, TrainingHistory history) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(560)
            .title(title)
            .xAxisTitle("iteration")
            .yAxisTitle("cost")
            .build();
    style(chart);
    batches = Arrays.copyOf(batches, history.plan().iterations());
    if (!history.plan().fullBatch()) {
      double[] x = new double[batches.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = i;
      }
      line(chart.addSeries("each batch", x, batches), GREY, 1f);
    }
    line(chart.addSeries(name(history), iterations(history), costs(history)), BLUE, 2.4f);
    double greatest = Arrays.stream(batches).max().orElse(1);
    chart.getStyler().setYAxisDecimalPattern(greatest >= 0.2 ? "0.00" : "0.0000");
    return ChartEncoder.getBytes(chart, "png");
  }

  private static String name(TrainingHistory history) {
    return history.plan().fullBatch() ? "all samples" : "mean of an epoch";
  }

  /** The middle of each epoch, and the end. */
  private static double[] iterations(TrainingHistory history) {
    int size = history.size();
    double[] x = new double[size + 1];
    for (int e = 0; e < size; e++) {
      int end = e + 1 < size ? history.iteration(e + 1) : history.plan().iterations();
      x[e] = (history.iteration(e) + end - 1) / 2.0;
    }
    // Evenly spaced points would get ticks at every 34th of them; one that is not, round numbers.
    x[size] = history.plan().iterations() + 1e-3;
    return x;
  }

  private static double[] costs(TrainingHistory history) {
    double[] y = Arrays.copyOf(history.costs(), history.size() + 1);
    y[history.size()] = history.finalCost();
    return y;
  }

  private static void line(XYSeries series, Color color, float width) {
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(color);
    series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  private static void style(XYChart chart) {
    Styler styler = chart.getStyler();
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setChartFontColor(INK);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    styler.setChartTitleBoxVisible(false);
    styler.setChartPadding(16);
    styler.setPlotBorderVisible(false);
    styler.setLegendPosition(Styler.LegendPosition.InsideNE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    chart.getStyler().setLocale(Locale.ROOT);
    chart.getStyler().setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    chart.getStyler().setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    chart.getStyler().setAxisTickLabelsColor(INK);
    chart.getStyler().setAxisTickMarksColor(RULE);
    chart.getStyler().setPlotGridLinesColor(RULE);
    chart.getStyler().setPlotGridLinesStroke(new BasicStroke(1f));
    chart.getStyler().setAxisTickMarkLength(6);
    chart.getStyler().setXAxisDecimalPattern("0");
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setYAxisMin(0.0);
  }
}

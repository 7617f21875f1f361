package dev.burin.sample.plot;

import dev.burin.metric.Calibration;
import java.io.IOException;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Whether probabilities are what they say: of those near 0.8, eight in ten should be right. */
public final class CalibrationPlot {

  private CalibrationPlot() {}

  /**
   * The bytes of a PNG of 640 by 640 pixels.
   *
   * @param name of the class whose probabilities they are
   */
  public static byte[] png(String title, Calibration calibration, String name) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(640)
            .height(640)
            .title(title)
            .xAxisTitle("predicted probability of " + name)
            .yAxisTitle("share that is " + name)
            .build();
    PlotStyle.apply(chart, Styler.LegendPosition.InsideNW);
    PlotStyle.diagonal(chart, "exact");
    PlotStyle.line(
        chart.addSeries(
            String.format(Locale.ROOT, "expected error %.4f", calibration.expectedError()),
            calibration.bins().stream().mapToDouble(Calibration.Bin::predicted).toArray(),
            calibration.bins().stream().mapToDouble(Calibration.Bin::positive).toArray()),
        PlotStyle.BLUE,
        2.4f,
        SeriesMarkers.CIRCLE);
    return ChartEncoder.getBytes(chart, "png");
  }
}

package dev.burin.sample.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Colours, fonts and rules that all pictures share. */
public final class PlotStyle {

  public static final Color BLUE = new Color(0x1F, 0x5F, 0xA8);
  public static final Color GREY = new Color(0xC4, 0xC9, 0xD0);
  static final Color RED = new Color(0xB3, 0x3A, 0x2B);
  static final Color INK = new Color(0x33, 0x3A, 0x42);
  static final Color RULE = new Color(0xE6, 0xE9, 0xED);

  private PlotStyle() {}

  /** Gives a chart the style; axes begin at 0. */
  public static void apply(XYChart chart, Styler.LegendPosition legend) {
    XYStyler styler = chart.getStyler();
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setChartFontColor(INK);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    styler.setChartTitleBoxVisible(false);
    styler.setChartPadding(16);
    styler.setPlotBorderVisible(false);
    styler.setLegendPosition(legend);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    styler.setLocale(Locale.ROOT);
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    styler.setAxisTickLabelsColor(INK);
    styler.setAxisTickMarksColor(RULE);
    styler.setPlotGridLinesColor(RULE);
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setAxisTickMarkLength(6);
    styler.setXAxisMin(0.0);
    styler.setYAxisMin(0.0);
  }

  /** A line of a series. */
  public static void line(XYSeries series, Color color, float width) {
    line(series, color, width, SeriesMarkers.NONE);
  }

  static void line(XYSeries series, Color color, float width, Marker marker) {
    series.setMarker(marker);
    series.setMarkerColor(color);
    series.setLineColor(color);
    series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }

  /** The line that guides the eye from corner to corner of a square of shares. */
  static void diagonal(XYChart chart, String name) {
    XYSeries series = chart.addSeries(name, new double[] {0, 1}, new double[] {0, 1});
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(GREY);
    series.setLineStyle(
        new BasicStroke(
            1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6, 6}, 0f));
    chart.getStyler().setXAxisMax(1.0);
    chart.getStyler().setYAxisMax(1.0);
    chart.getStyler().setXAxisDecimalPattern("0.0");
    chart.getStyler().setYAxisDecimalPattern("0.0");
  }
}

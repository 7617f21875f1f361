package dev.burin.sample;

import dev.burin.sample.plot.PlotStyle;
import dev.burin.train.TrainingHistory;
import dev.burin.train.TrainingListener;
import java.io.IOException;
import java.util.Arrays;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;

/** The cost over the iterations, as a picture: every batch in grey, every epoch in blue. */
public final class CostCurve implements TrainingListener {

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
    PlotStyle.apply(chart, Styler.LegendPosition.InsideNE);
    chart.getStyler().setXAxisDecimalPattern("0");
    batches = Arrays.copyOf(batches, history.plan().iterations());
    if (!history.plan().fullBatch()) {
      double[] x = new double[batches.length];
      for (int i = 0; i < x.length; i++) {
        x[i] = i;
      }
      PlotStyle.line(chart.addSeries("each batch", x, batches), PlotStyle.GREY, 1f);
    }
    XYSeries costs = chart.addSeries(name(history), iterations(history), costs(history));
    PlotStyle.line(costs, PlotStyle.BLUE, 2.4f);
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
}

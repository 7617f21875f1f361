package dev.burin.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lines over a plane, as SVG within the page; colours follow the page. */
final class Chart {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 300;
  private static final int LEFT = 62;
  private static final int RIGHT = 16;
  private static final int TOP = 34;
  private static final int BOTTOM = 46;

  /** A screen shows no more points than this beside each other. */
  private static final int MOST_POINTS = 1000;

  /** The class of a line that only guides the eye. */
  static final int GUIDE = 4;

  /** One line; {@code x} ascends. */
  record Line(String name, int colour, double[] x, double[] y) {}

  private final String title;
  private final String xTitle;
  private final boolean whole;
  private final List<Line> lines = new ArrayList<>();

  Chart(String title, String xTitle, boolean whole) {
    this.title = title;
    this.xTitle = xTitle;
    this.whole = whole;
  }

  /** Adds a line; points that are not finite are left out. */
  Chart line(String name, int colour, double[] x, double[] y) {
    lines.add(new Line(name, colour, x, y));
    return this;
  }

  String svg() {
    double[] xs = range(lines.stream().map(Line::x).toList());
    double[] ys = range(lines.stream().map(Line::y).toList());
    double[] xTicks = ticks(xs[0], xs[1], 6);
    double[] yTicks = ticks(ys[0], ys[1], 5);
    double bottom = Math.min(ys[0], yTicks[0]);
    double top = Math.max(ys[1], yTicks[yTicks.length - 1]);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<figure><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n",
            WIDTH,
            HEIGHT,
            Html.name(title)));
    for (double tick : yTicks) {
      double y = place(tick, bottom, top, HEIGHT - BOTTOM, TOP);
      svg.append(
          String.format(
              Locale.ROOT,
              "<path class=\"grid\" d=\"M%d %.1fH%d\"/><text x=\"%d\" y=\"%.1f\""
                  + " text-anchor=\"end\">%s</text>\n",
              LEFT,
              y,
              WIDTH - RIGHT,
              LEFT - 8,
              y + 4.5,
              Html.number(tick)));
    }
    for (double tick : xTicks) {
      // There is no half of an epoch.
      if (tick < xs[0] || tick > xs[1] || (whole && tick != Math.rint(tick))) {
        continue;
      }
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
              place(tick, xs[0], xs[1], LEFT, WIDTH - RIGHT),
              HEIGHT - BOTTOM + 20,
              Html.number(tick)));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
            (LEFT + WIDTH - RIGHT) / 2,
            HEIGHT - 6,
            Html.name(xTitle)));
    for (Line line : lines) {
      svg.append(polyline(line, xs, bottom, top));
    }
    return svg.append(keys()).append("</svg></figure>\n").toString();
  }

  private static String polyline(Line line, double[] xs, double bottom, double top) {
    StringBuilder points = new StringBuilder();
    int step = Math.max(1, line.y.length / MOST_POINTS);
    int shown = 0;
    for (int i = 0; i < line.y.length; i++) {
      boolean taken = i % step == 0 || i == line.y.length - 1;
      if (taken && Double.isFinite(line.y[i]) && Double.isFinite(line.x[i])) {
        points.append(
            String.format(
                Locale.ROOT,
                "%.1f,%.1f ",
                place(line.x[i], xs[0], xs[1], LEFT, WIDTH - RIGHT),
                place(line.y[i], bottom, top, HEIGHT - BOTTOM, TOP)));
        shown++;
      }
    }
    // A line of one point is drawn as a dot by its round end.
    String again = shown == 1 ? points.toString() : "";
    return String.format(
        Locale.ROOT,
        "<polyline class=\"s%d\" points=\"%s%s\"/>\n",
        line.colour,
        points.toString().strip(),
        again.isEmpty() ? "" : " " + again.strip());
  }

  private String keys() {
    StringBuilder svg = new StringBuilder();
    int x = LEFT;
    for (Line line : lines) {
      String name = line.name.length() <= 24 ? line.name : line.name.substring(0, 23) + "…";
      svg.append(
          String.format(
              Locale.ROOT,
              "<path class=\"key s%d\" d=\"M%d 14h18\"/><text x=\"%d\" y=\"18.5\">%s</text>\n",
              line.colour,
              x,
              x + 24,
              Html.name(name)));
      x += 44 + 7 * name.length();
    }
    return svg.toString();
  }

  private static double place(double value, double from, double to, double low, double high) {
    return low + (value - from) / (to - from) * (high - low);
  }

  /** The least and the greatest finite number, apart from each other. */
  private static double[] range(List<double[]> values) {
    double[] all =
        values.stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
    double low = Arrays.stream(all).min().orElse(0);
    double high = Arrays.stream(all).max().orElse(1);
    double room = Math.max(0.5, Math.abs(low) / 10);
    return high > low ? new double[] {low, high} : new double[] {low - room, low + room};
  }

  /** Round numbers from below the least on to above the greatest. */
  private static double[] ticks(double low, double high, int wanted) {
    double raw = (high - low) / wanted;
    double ten = Math.pow(10, Math.floor(Math.log10(raw)));
    double step =
        raw / ten <= 1 ? ten : raw / ten <= 2 ? 2 * ten : raw / ten <= 5 ? 5 * ten : 10 * ten;
    long first = (long) Math.floor(low / step + 1e-9);
    long last = (long) Math.ceil(high / step - 1e-9);
    double[] ticks = new double[(int) (last - first) + 1];
    Arrays.setAll(ticks, i -> (first + i) * step);
    return ticks;
  }
}

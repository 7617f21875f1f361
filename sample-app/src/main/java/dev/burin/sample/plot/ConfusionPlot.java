package dev.burin.sample.plot;

import dev.burin.metric.Confusion;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What samples are beside what they were answered with, a cell darker the greater its share. */
public final class ConfusionPlot {

  private static final int CELL = 64;
  private static final int MARGIN = 24;
  private static final int TITLE = 44;
  private static final int LONGEST = 16;
  private static final String CAPTION = "rows: what it is, columns: what was answered";

  private final Confusion confusion;
  private final List<String> names;
  private final Graphics2D pen;
  private final int left;
  private final int top;

  private ConfusionPlot(Confusion confusion, List<String> names, Graphics2D pen) {
    this.confusion = confusion;
    this.names = names;
    this.pen = pen;
    this.left = MARGIN + widest(names) + 12;
    this.top = MARGIN + TITLE + 34;
  }

  /**
   * The bytes of a PNG, 64 pixels for each class.
   *
   * @param names of the classes
   */
  public static byte[] png(String title, Confusion confusion, List<String> names)
      throws IOException {
    List<String> shown = names.stream().map(ConfusionPlot::shortened).toList();
    int side = CELL * names.size();
    int words = Math.max(11 * title.length(), 7 * CAPTION.length());
    int width = 2 * MARGIN + Math.max(widest(shown) + 12 + side, words);
    BufferedImage image =
        new BufferedImage(width, 2 * MARGIN + TITLE + 34 + side, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    new ConfusionPlot(confusion, shown, pen).draw(title);
    pen.dispose();
    return Png.bytes(image);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "\u2026";
  }

  private static int widest(List<String> names) {
    return 9 * names.stream().mapToInt(String::length).max().orElse(0);
  }

  private void draw(String title) {
    pen.setColor(PlotStyle.INK);
    pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 18));
    pen.drawString(title, MARGIN, MARGIN + 18);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    pen.drawString(CAPTION, MARGIN, MARGIN + 40);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    for (int c = 0; c < names.size(); c++) {
      text(names.get(c), left + CELL * c + CELL / 2, top - 14, PlotStyle.INK);
      right(names.get(c), left - 12, top + CELL * c + CELL / 2);
      for (int a = 0; a < names.size(); a++) {
        cell(c, a);
      }
    }
  }

  private void cell(int truth, int answer) {
    double support = confusion.support(truth);
    double share = support > 0 ? confusion.at(truth, answer) / support : 0;
    int x = left + CELL * answer;
    int y = top + CELL * truth;
    pen.setColor(mixed(truth == answer ? PlotStyle.BLUE : PlotStyle.RED, share));
    pen.fillRect(x + 1, y + 1, CELL - 2, CELL - 2);
    double count = confusion.at(truth, answer);
    String number = String.format(Locale.ROOT, count == Math.rint(count) ? "%.0f" : "%.1f", count);
    text(number, x + CELL / 2, y + CELL / 2, share > 0.55 ? Color.WHITE : PlotStyle.INK);
  }

  /** White where the share is 0, then quickly a colour, as a few mistakes are to be seen. */
  private static Color mixed(Color full, double share) {
    double part = share == 0 ? 0.03 : 0.08 + 0.92 * share;
    return new Color(
        (int) Math.round(255 + (full.getRed() - 255) * part),
        (int) Math.round(255 + (full.getGreen() - 255) * part),
        (int) Math.round(255 + (full.getBlue() - 255) * part));
  }

  private void text(String text, int x, int y, Color color) {
    FontMetrics metrics = pen.getFontMetrics();
    pen.setColor(color);
    pen.drawString(text, x - metrics.stringWidth(text) / 2, y + metrics.getAscent() / 2 - 1);
  }

  private void right(String text, int x, int y) {
    FontMetrics metrics = pen.getFontMetrics();
    pen.setColor(PlotStyle.INK);
    pen.drawString(text, x - metrics.stringWidth(text), y + metrics.getAscent() / 2 - 1);
  }
}

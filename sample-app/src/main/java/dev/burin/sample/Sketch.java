package dev.burin.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures as lines of text: half blocks, each for two pixels one above the other, where the
 * terminal knows Unicode, and letters of different blackness elsewhere.
 */
final class Sketch {

  /**
   * What is cut off to the left and right, where digits seldom reach: three fit into 80 columns.
   */
  private static final int MARGIN = 2;

  /** The columns of one picture. */
  static final int WIDTH = Pen.SIDE - 2 * MARGIN;

  private static final String GAP = "   ";
  private static final String RAMP = " .:-=+*#%@";
  private static final float INK = 0.4f;

  private final boolean blocks;

  /** Sketches for output in some character set. */
  Sketch(Charset charset) {
    this.blocks = charset.equals(StandardCharsets.UTF_8);
  }

  /**
   * Pictures side by side, each over its caption.
   *
   * @param pictures each {@code [784]} from 0 to 1
   * @param captions one for each picture
   */
  List<String> row(List<float[]> pictures, List<String> captions) {
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < Pen.SIDE; y += 2) {
      StringBuilder line = new StringBuilder();
      for (float[] picture : pictures) {
        line.append(line.isEmpty() ? "" : GAP);
        for (int x = MARGIN; x < Pen.SIDE - MARGIN; x++) {
          int at = y * Pen.SIDE + x;
          line.append(cell(picture[at], picture[at + Pen.SIDE]));
        }
      }
      lines.add(line.toString().stripTrailing());
    }
    lines = trimmed(lines);
    lines.add("");
    StringBuilder line = new StringBuilder();
    for (String caption : captions) {
      line.append(line.isEmpty() ? "" : GAP).append(caption);
      line.append(" ".repeat(Math.max(0, WIDTH - caption.length())));
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** The lines without empty ones at both ends. */
  private static List<String> trimmed(List<String> lines) {
    int from = 0;
    int to = lines.size();
    while (from < to && lines.get(from).isEmpty()) {
      from++;
    }
    while (to > from && lines.get(to - 1).isEmpty()) {
      to--;
    }
    return new ArrayList<>(lines.subList(from, to));
  }

  private char cell(float upper, float lower) {
    if (!blocks) {
      float mean = Math.clamp((upper + lower) / 2, 0, 1);
      return RAMP.charAt(Math.round(mean * (RAMP.length() - 1)));
    }
    if (upper > INK) {
      return lower > INK ? '\u2588' : '\u2580';
    }
    return lower > INK ? '\u2584' : ' ';
  }
}

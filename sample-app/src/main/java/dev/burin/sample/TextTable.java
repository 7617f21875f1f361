package dev.burin.sample;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as lines with aligned columns: text to the left, numbers to the right. */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row with as many cells as the others. */
  public TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  public List<String> lines() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    boolean[] right = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      right[c] = true;
      for (int r = 0; r < rows.size(); r++) {
        String cell = rows.get(r).get(c);
        widths[c] = Math.max(widths[c], cell.length());
        right[c] &= r == 0 || cell.matches("[-0-9.,e]*");
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String blank = " ".repeat(widths[c] - row.get(c).length());
        line.append(c == 0 ? "" : GAP);
        line.append(right[c] ? blank + row.get(c) : row.get(c) + blank);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}

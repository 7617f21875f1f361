package dev.burin.train;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Lines of a name and some columns, all as wide as they need to be. */
final class ReportTable {

  private static final int LONGEST = 40;

  private ReportTable() {}

  /** Names that are shown: as many as needed, in one line each, and not endless. */
  static List<String> names(List<String> names, int needed) {
    Objects.requireNonNull(names, "The list of names is null; give one.");
    if (names.size() != needed) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "There are %d names, but %d are needed.", names.size(), needed));
    }
    return names.stream().map(ReportTable::shown).toList();
  }

  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 3) + "...";
  }

  /** A count, or a sum of weights. */
  static String count(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  static String share(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** Rows of as many cells as the first one has; the first column to the left, others right. */
  static String of(List<List<String>> rows) {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int j = 0; j < widths.length; j++) {
        widths[j] = Math.max(widths[j], row.get(j).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(row.getFirst()).repeat(" ", widths[0] - row.getFirst().length());
      for (int j = 1; j < widths.length; j++) {
        text.repeat(" ", 2 + widths[j] - row.get(j).length()).append(row.get(j));
      }
      text.append('\n');
    }
    return text.toString();
  }
}

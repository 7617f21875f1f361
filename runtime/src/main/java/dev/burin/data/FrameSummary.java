package dev.burin.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a frame prints: rows, missing and distinct cells, minimum, mean and maximum. */
final class FrameSummary {

  /** More columns than fit a screen are not listed. */
  private static final int MOST_COLUMNS = 100;

  private FrameSummary() {}

  static String of(Frame frame) {
    int widest =
        frame.columns().stream()
            .limit(MOST_COLUMNS)
            .mapToInt(c -> c.name().length())
            .max()
            .orElse(0);
    String form = "%n%-" + Math.max(6, widest) + "s  %-6s %8s %8s %12s %12s %12s";
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%,d rows, %d columns", frame.rows(), frame.columns().size()));
    text.append(
        String.format(
            Locale.ROOT,
            form,
            "column",
            "type",
            "missing",
            "distinct",
            "minimum",
            "mean",
            "maximum"));
    for (Column column : frame.columns().stream().limit(MOST_COLUMNS).toList()) {
      text.append(line(form, column));
    }
    int more = frame.columns().size() - MOST_COLUMNS;
    return text + (more > 0 ? String.format(Locale.ROOT, "%nand %d columns more", more) : "");
  }

  private static String line(String form, Column column) {
    return switch (column) {
      case NumberColumn numbers -> {
        double[] sorted = numbers.sorted();
        long distinct = Arrays.stream(sorted).distinct().count();
        boolean none = sorted.length == 0;
        yield String.format(
            Locale.ROOT,
            form,
            column.name(),
            "number",
            column.missing(),
            distinct,
            none ? "" : number(sorted[0]),
            none ? "" : number(Arrays.stream(sorted).average().orElseThrow()),
            none ? "" : number(sorted[sorted.length - 1]));
      }
      case TextColumn texts ->
          String.format(
              Locale.ROOT,
              form,
              column.name(),
              "text",
              column.missing(),
              IntStream.range(0, texts.size())
                  .filter(i -> !texts.isMissing(i))
                  .mapToObj(texts::text)
                  .collect(Collectors.toSet())
                  .size(),
              "",
              "",
              "");
    };
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}

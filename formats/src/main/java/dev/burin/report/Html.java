package dev.burin.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of a page. */
final class Html {

  private static final int LONGEST = 200;

  private Html() {}

  /** A text as itself, whatever is in it: no tag, no entity, no control or turning character. */
  static String text(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n]]", "\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A name, which is short. */
  static String name(String name) {
    return text(name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…");
  }

  static String section(String heading, String content) {
    return content.isEmpty()
        ? ""
        : "<section>\n<h2>" + name(heading) + "</h2>\n" + content + "</section>\n";
  }

  /** Facts as pairs of a name and a value. */
  static String facts(List<String> namesAndValues) {
    StringBuilder html = new StringBuilder("<dl>\n");
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      html.append("<div><dt>")
          .append(text(namesAndValues.get(i)))
          .append("</dt><dd>")
          .append(text(namesAndValues.get(i + 1)))
          .append("</dd></div>\n");
    }
    return html.append("</dl>\n").toString();
  }

  /** A table; the first row is its head, the first column names its rows. */
  static String table(List<List<String>> rows) {
    return table("numbers", rows);
  }

  /** A table of a class of the style. */
  static String table(String style, List<List<String>> rows) {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table class=\"");
    html.append(style).append("\">\n<thead><tr>");
    rows.getFirst().forEach(cell -> html.append("<th>").append(name(cell)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows.subList(1, rows.size())) {
      html.append("<tr><th>").append(name(row.getFirst())).append("</th>");
      html.append(
          row.subList(1, row.size()).stream()
              .map(cell -> "<td>" + name(cell) + "</td>")
              .collect(Collectors.joining()));
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  static String list(List<String> items) {
    return items.stream()
        .map(item -> "<li>" + text(item) + "</li>\n")
        .collect(Collectors.joining("", "<ul class=\"hints\">\n", "</ul>\n"));
  }

  /** A number for people, or what stands for one that does not exist. */
  static String number(double value) {
    return Double.isNaN(value) ? "none" : shortened(String.format(Locale.ROOT, "%.4g", value));
  }

  private static String shortened(String digits) {
    return digits.contains(".") && !digits.contains("e")
        ? digits.replaceAll("0+$", "").replaceAll("\\.$", "")
        : digits;
  }

  static String count(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}

package dev.burin.csv;

import dev.burin.data.Decimal;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Finds settings in the first lines of a file; {@link Csv#guess} says by which rules. */
final class CsvGuess {

  /** Enough for some lines of any table. */
  private static final int SAMPLE = 1 << 18;

  private static final int MOST_LINES = 200;

  /** The first of several counts, since a comma may be a decimal one. */
  private static final char[] SEPARATORS = {'\t', '|', ';', ','};

  private CsvGuess() {}

  static Csv of(Path file) throws IOException {
    List<String> lines = lines(file);
    boolean comments = lines.removeIf(line -> line.startsWith("#"));
    if (lines.isEmpty()) {
      throw new MalformedFileException(
          file, "there is no row", "a table; a copy or download may have failed");
    }
    char separator = separator(lines);
    List<List<String>> rows = lines.stream().map(line -> fields(line, separator)).toList();
    boolean comma = separator != ',' && decimalComma(rows);
    boolean header = header(rows, comma ? ',' : '.');
    Csv csv = header ? Csv.withHeader() : Csv.withoutHeader();
    csv = comma ? csv.decimalComma() : csv;
    csv = csv.separator(separator);
    return comments ? csv.comment('#') : csv;
  }

  private static List<String> lines(Path file) throws IOException {
    Csv.requireRegular(file);
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(SAMPLE);
    }
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
    List<String> lines = new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
    if (bytes.length == SAMPLE && lines.size() > 1) {
      // The last one may go on beyond the sample.
      lines.removeLast();
    }
    return new ArrayList<>(lines.subList(0, Math.min(MOST_LINES, lines.size())));
  }

  /** The one that cuts most lines into as many fields as the first, more than one. */
  private static char separator(List<String> lines) {
    char best = ',';
    long most = 0;
    for (char candidate : SEPARATORS) {
      int first = fields(lines.getFirst(), candidate).size();
      long same = lines.stream().filter(line -> fields(line, candidate).size() == first).count();
      if (first > 1 && same > most) {
        best = candidate;
        most = same;
      }
    }
    return best;
  }

  private static boolean decimalComma(List<List<String>> rows) {
    long commas = rows.stream().flatMap(List::stream).filter(c -> fraction(c, ',')).count();
    return commas > 0 && rows.stream().flatMap(List::stream).noneMatch(c -> fraction(c, '.'));
  }

  private static boolean fraction(String cell, char point) {
    return cell.indexOf(point) >= 0 && Decimal.parse(cell, point).isPresent();
  }

  /**
   * No cell of a header is a number, and no two are the same. Where a column has numbers below it,
   * that settles it; where there are texts only, a header is what does not come again.
   */
  private static boolean header(List<List<String>> rows, char point) {
    List<String> first = rows.getFirst();
    List<List<String>> others = rows.subList(1, rows.size());
    boolean different = new HashSet<>(first).size() == first.size();
    if (!different || others.isEmpty() || first.stream().anyMatch(c -> number(c, point))) {
      return false;
    }
    boolean again = false;
    for (List<String> row : others) {
      for (int j = 0; j < Math.min(first.size(), row.size()); j++) {
        if (number(row.get(j), point)) {
          return true;
        }
        again |= row.get(j).equals(first.get(j));
      }
    }
    return !again;
  }

  private static boolean number(String cell, char point) {
    return Decimal.parse(cell, point).isPresent();
  }

  private static List<String> fields(String line, char separator) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }
}

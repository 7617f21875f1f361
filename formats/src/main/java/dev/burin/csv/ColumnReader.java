package dev.burin.csv;

import dev.burin.data.Column;
import dev.burin.data.Decimal;
import dev.burin.data.NumberColumn;
import dev.burin.data.TextColumn;
import dev.burin.file.MalformedFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The cells of one column as they are read: the first that is not missing says what they are. */
final class ColumnReader {

  private static final int SHOWN = 40;

  private enum Kind {
    UNKNOWN,
    NUMBER,
    TEXT
  }

  private final Csv csv;
  private final String file;
  private final String name;
  private final int number;
  private final boolean declaredText;
  private final List<@Nullable String> texts = new ArrayList<>();
  private final Map<String, String> distinct = new HashMap<>();
  private double[] numbers = new double[64];
  private Kind kind;
  private int rows;
  private String first = "";

  ColumnReader(Csv csv, String file, String name, int number) {
    this.csv = csv;
    this.file = file;
    this.name = name;
    this.number = number;
    this.declaredText = csv.texts().contains(name);
    this.kind = declaredText ? Kind.TEXT : Kind.UNKNOWN;
  }

  String name() {
    return name;
  }

  int rows() {
    return rows;
  }

  /** Takes the next cell. */
  void take(long line, String field) throws MalformedFileException {
    String cell = field.strip();
    boolean missing = isMissing(cell);
    OptionalDouble parsed =
        missing || declaredText ? OptionalDouble.empty() : Decimal.parse(cell, csv.decimalPoint());
    if (!missing) {
      check(line, cell, parsed);
    }
    if (kind == Kind.TEXT) {
      texts.add(missing ? null : distinct.computeIfAbsent(cell, c -> c));
    } else {
      if (rows == numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.addExact(rows, rows / 2));
      }
      numbers[rows] = parsed.orElse(Double.NaN);
    }
    rows++;
  }

  private boolean isMissing(String cell) {
    return cell.isEmpty() || csv.missing().contains(cell);
  }

  /** A cell by itself: null, a text, or a number whose text would not be read elsewhere. */
  @Nullable Object cell(String field) {
    String cell = field.strip();
    if (isMissing(cell)) {
      return null;
    }
    OptionalDouble number =
        declaredText || csv.decimalPoint() == '.'
            ? OptionalDouble.empty()
            : Decimal.parse(cell, csv.decimalPoint());
    return number.isPresent() && Double.isFinite(number.getAsDouble())
        ? (Object) number.getAsDouble()
        : cell;
  }

  private void check(long line, String cell, OptionalDouble parsed) throws MalformedFileException {
    if (!declaredText && Decimal.hasForeignDigits(cell, csv.decimalPoint())) {
      throw refuse(line, quoted(cell) + " has digits of another script", "0 to 9");
    }
    if (parsed.isPresent() && Double.isInfinite(parsed.getAsDouble())) {
      throw refuse(
          line, quoted(cell) + " is beyond the range of double", "a number up to 1.797e308");
    }
    Kind here = parsed.isPresent() ? Kind.NUMBER : Kind.TEXT;
    if (kind == Kind.UNKNOWN) {
      kind = here;
      first = cell;
      for (int i = 0; kind == Kind.TEXT && i < rows; i++) {
        texts.add(null);
      }
    } else if (kind != here) {
      throw refuse(
          line,
          String.format(
              Locale.ROOT,
              "%s is %s number, while %s before it is %s",
              quoted(cell),
              here == Kind.NUMBER ? "a" : "no",
              quoted(first),
              here == Kind.NUMBER ? "none" : "one"),
          "numbers only or texts only; missing(..) names texts that stand for a missing cell, and"
              + " text(\""
              + shown(name)
              + "\") takes all as texts");
    }
  }

  private MalformedFileException refuse(long line, String found, String expected) {
    return new MalformedFileException(
        file,
        String.format(Locale.ROOT, "line %d, column %d (\"%s\")", line, number, shown(name)),
        found,
        expected);
  }

  private static String quoted(String cell) {
    return "'" + shown(cell) + "'";
  }

  /** Short, and without characters that hide. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(SHOWN, text.length()); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c <= '~') {
        shown.append(c);
      } else {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return text.length() > SHOWN ? shown + "..." : shown.toString();
  }

  Column column() {
    return kind == Kind.TEXT
        ? TextColumn.of(name, texts.toArray(new @Nullable String[0]))
        : NumberColumn.of(name, Arrays.copyOf(numbers, rows));
  }
}

package dev.burin.sample.table;

import dev.burin.csv.Csv;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a CSV file is read: found in its first lines, unless it is said. */
final class TableFormat {

  /** What people write for a cell that is missing. */
  private static final String[] MISSING = {"NA", "N/A", "NaN", "nan", "null", "NULL", "?"};

  @Option(
      names = "--header",
      paramLabel = "true|false",
      arity = "1",
      description = "Whether the first row holds the names of the columns (default: found).")
  private @Nullable Boolean header;

  @Option(
      names = "--separator",
      paramLabel = "C",
      description = "What separates fields, one character or 'tab' (default: found).")
  private @Nullable String separator;

  /**
   * The settings for a file.
   *
   * @throws IllegalArgumentException if the separator is not one character
   */
  Csv of(Path file) throws IOException {
    Csv csv = Csv.guess(file);
    return of(file, csv.header());
  }

  /** The settings for a file of which it is known whether it has a header, unless that is said. */
  Csv of(Path file, boolean known) throws IOException {
    Csv csv = Csv.guess(file).missing(MISSING).header(header == null ? known : header);
    return separator == null ? csv : csv.separator(character(separator));
  }

  /** What was found, for a person to look at. */
  static String described(Csv csv) {
    return "Read with fields separated by "
        + name(csv.separator())
        + ", "
        + (csv.header() ? "names of columns in the first row" : "no names of columns")
        + (csv.decimalPoint() == ',' ? ", a decimal comma" : "")
        + (csv.comment() == 0 ? "" : ", comments after '" + csv.comment() + "'")
        + ".";
  }

  private static String name(char separator) {
    return switch (separator) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      default -> "'" + separator + "'";
    };
  }

  private static char character(String text) {
    if (text.equals("tab") || text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1) {
      throw new IllegalArgumentException(
          "The separator is '" + text + "'; give one character, or the word tab.");
    }
    return text.charAt(0);
  }
}

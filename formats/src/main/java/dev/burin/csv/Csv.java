package dev.burin.csv;

import dev.burin.data.Frame;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a CSV file is read into a {@link Frame}: {@code Csv.withHeader().read(Path.of("iris.csv"))}.
 * Immutable; each method that changes a setting gives a new one.
 *
 * <p>Fields are split as RFC 4180 says: separated by commas unless {@link #separator} says
 * otherwise, quoted with {@code "}, which is doubled within quotes; lines end with LF, CRLF or CR;
 * empty lines are skipped. The text is UTF-8, with or without a byte order mark. Spaces and tabs
 * around a field are no part of it. Every row has as many fields as the first.
 *
 * <p>A column whose first cell is a number holds numbers: decimal digits with at most one point, a
 * sign and an exponent. All of its cells must be numbers that a double can hold. A column whose
 * first cell is none holds texts, and then none of its cells may be a number; {@link #text} takes
 * columns as texts whatever they hold, such as codes and postcodes. An empty field is missing; so
 * is what {@link #missing} names.
 *
 * @param header whether the first row holds the names of the columns
 * @param separator what separates fields
 * @param decimalPoint what separates the whole part of a number from its fraction
 * @param missing the texts that stand for a missing cell beside the empty one
 * @param texts the names of columns that are texts
 * @param comment what begins a line that is skipped, or 0
 * @param charset how bytes become characters
 * @param mostBytes the most bytes that are read
 */
public record Csv(
    boolean header,
    char separator,
    char decimalPoint,
    Set<String> missing,
    Set<String> texts,
    char comment,
    Charset charset,
    long mostBytes) {

  /** A gigabyte, unless {@link #most} says otherwise. */
  private static final long MOST_BYTES = 1L << 30;

  /** Checks the settings. */
  public Csv {
    Objects.requireNonNull(charset, "The charset is null; give one.");
    missing = Set.copyOf(missing);
    texts = Set.copyOf(texts);
    String special = "\"\r\n";
    if (special.indexOf(separator) >= 0 || separator == decimalPoint || separator == comment) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The separator is '%s'; it must differ from quotes, line ends, the decimal '%s' and"
                  + " what begins a comment.",
              separator,
              decimalPoint));
    }
    if (mostBytes < 1) {
      throw new IllegalArgumentException("The limit is " + mostBytes + " bytes, not 1 or more.");
    }
  }

  /** A file whose first row holds the names of the columns; one without a name gets its number. */
  public static Csv withHeader() {
    return settings(true);
  }

  /** A file whose first row is data; the columns are called by their numbers, from "1" on. */
  public static Csv withoutHeader() {
    return settings(false);
  }

  /**
   * Settings that fit the first lines of a file, for a person to look at. The separator is that of
   * tab, {@code |}, semicolon and comma, or the first of several, which cuts most lines into as
   * many fields as the first. The first row is a header if no cell of it is a number, no two are
   * the same, and there is a number below it, or none of them comes again below it. Where fields
   * are not separated by commas and there are numbers with a comma and none with a point, the comma
   * is the decimal one. Lines that begin with {@code #} are comments.
   *
   * @throws MalformedFileException if there is no row in it
   * @throws IOException if it cannot be read
   */
  public static Csv guess(Path file) throws IOException {
    return CsvGuess.of(file);
  }

  private static Csv settings(boolean header) {
    return new Csv(
        header, ',', '.', Set.of(), Set.of(), (char) 0, StandardCharsets.UTF_8, MOST_BYTES);
  }

  /** The first row holds the names of the columns, or it is data. */
  public Csv header(boolean first) {
    return new Csv(first, separator, decimalPoint, missing, texts, comment, charset, mostBytes);
  }

  /** Fields are separated by another character, such as {@code ';'} or a tab. */
  public Csv separator(char other) {
    return new Csv(header, other, decimalPoint, missing, texts, comment, charset, mostBytes);
  }

  /** Numbers have a decimal comma, and fields are separated by semicolons, as in much of Europe. */
  public Csv decimalComma() {
    return new Csv(header, ';', ',', missing, texts, comment, charset, mostBytes);
  }

  /** These texts stand for a missing cell too, such as {@code "NA"} or {@code "?"}. */
  public Csv missing(String... texts) {
    return new Csv(
        header,
        separator,
        decimalPoint,
        with(missing, texts),
        this.texts,
        comment,
        charset,
        mostBytes);
  }

  /** The columns of these names hold texts, even where they look like numbers. */
  public Csv text(String... columns) {
    return new Csv(
        header,
        separator,
        decimalPoint,
        missing,
        with(texts, columns),
        comment,
        charset,
        mostBytes);
  }

  /** Lines that begin with this character are skipped. */
  public Csv comment(char first) {
    return new Csv(header, separator, decimalPoint, missing, texts, first, charset, mostBytes);
  }

  /** The text is not UTF-8. */
  public Csv charset(Charset other) {
    return new Csv(header, separator, decimalPoint, missing, texts, comment, other, mostBytes);
  }

  /** At most so many bytes are read, a gigabyte if not given; a longer file is refused. */
  public Csv most(long bytes) {
    return new Csv(header, separator, decimalPoint, missing, texts, comment, charset, bytes);
  }

  private static Set<String> with(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(List.of(more));
    return all;
  }

  /**
   * Reads a file.
   *
   * @throws MalformedFileException if it does not hold such a table; the message names line and
   *     column, both counted from 1, what was found and what was expected
   * @throws IOException if the file cannot be read
   */
  public Frame read(Path file) throws IOException {
    checkFile(file);
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads a file row by row, for tables of any size up to {@link #most} and for answers about
   * single rows: cells are texts, and it makes no difference whether a column holds numbers only.
   *
   * @param reader is given each row in turn; what it throws comes out of this method
   * @throws MalformedFileException if a row is not of such a table; the rows before it have been
   *     read then
   * @throws IOException if the file cannot be read
   */
  public void forEach(Path file, Consumer<CsvRow> reader) throws IOException {
    Objects.requireNonNull(reader, "The reader is null; expected what takes the rows.");
    checkFile(file);
    try (InputStream in = Files.newInputStream(file)) {
      new CsvRows(this, file.toString()).read(in, reader);
    }
  }

  private void checkFile(Path file) throws IOException {
    requireRegular(file);
    if (Files.size(file) > mostBytes) {
      throw new MalformedFileException(
          file,
          "the file has " + Files.size(file) + " bytes",
          "at most " + mostBytes + "; most(bytes) sets another limit");
    }
  }

  static void requireRegular(Path file) throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of a CSV file.");
    if (Files.notExists(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no such file; expected a CSV file");
    }
    if (!Files.isRegularFile(file)) {
      throw new MalformedFileException(
          file, "this is a directory, a pipe or a device", "a regular file");
    }
  }

  /**
   * Reads a stream to its end and does not close it; otherwise as {@link #read(Path)}.
   *
   * @param name what it is called in messages
   */
  public Frame read(InputStream in, String name) throws IOException {
    Objects.requireNonNull(name, "The name is null; expected what the stream is called.");
    Objects.requireNonNull(in, () -> "The stream of " + name + " is null; is there no such file?");
    return new CsvRows(this, name).read(in);
  }
}

package dev.burin.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.burin.data.Frame;
import dev.burin.file.MalformedFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file. */
final class CsvRows {

  private static final int MOST_FIELDS = 16_384;
  private static final int LONGEST_FIELD = 1 << 20;
  private static final int LONGEST_ROW = 1 << 24;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Csv csv;
  private final String file;
  private long line = 1;

  CsvRows(Csv csv, String file) {
    this.csv = csv;
    this.file = file;
  }

  /** What becomes of the rows. */
  private interface Sink {
    void take(Iterator<CsvRecord> rows) throws MalformedFileException;
  }

  Frame read(InputStream in) throws IOException {
    List<Frame> frame = new ArrayList<>();
    take(in, rows -> frame.add(frame(rows)));
    return frame.getFirst();
  }

  void read(InputStream in, Consumer<CsvRow> reader) throws IOException {
    take(in, rows -> each(rows, reader));
  }

  private void take(InputStream in, Sink sink) throws IOException {
    BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                new LimitedStream(in, csv.mostBytes(), file), csv.charset().newDecoder()));
    try {
      text.mark(1);
      if (text.read() != BYTE_ORDER_MARK) {
        text.reset();
      }
      sink.take(reader(text).iterator());
    } catch (CsvParseException e) {
      throw because(e, refuse(causes(e), "fields as RFC 4180 has them, of at most 1 MiB"));
    } catch (CharacterCodingException e) {
      throw because(e, notInCharset());
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw because(e, notInCharset());
      }
      throw e.getCause();
    }
  }

  private CsvReader<CsvRecord> reader(BufferedReader text) {
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .fieldSeparator(csv.separator())
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_ROW);
    if (csv.comment() != 0) {
      builder.commentStrategy(CommentStrategy.SKIP).commentCharacter(csv.comment());
    }
    CsvRecordHandler handler =
        CsvRecordHandler.builder()
            .maxFields(MOST_FIELDS)
            .maxFieldSize(LONGEST_FIELD)
            .maxRecordSize(LONGEST_ROW)
            .build();
    return builder.build(handler, text);
  }

  private Frame frame(Iterator<CsvRecord> rows) throws MalformedFileException {
    if (!rows.hasNext()) {
      throw refuse("there is no row", "a table; a copy or download may have failed");
    }
    CsvRecord first = rows.next();
    List<ColumnReader> columns = columns(first);
    if (!csv.header()) {
      take(first, columns);
    }
    while (rows.hasNext()) {
      take(rows.next(), columns);
    }
    if (columns.getFirst().rows() == 0) {
      throw refuse("there is no row after the names of the columns", "one at least");
    }
    return new Frame(columns.stream().map(ColumnReader::column).toList());
  }

  private void each(Iterator<CsvRecord> rows, Consumer<CsvRow> reader)
      throws MalformedFileException {
    if (!rows.hasNext()) {
      throw refuse("there is no row", "a table; a copy or download may have failed");
    }
    CsvRecord first = rows.next();
    List<ColumnReader> columns = columns(first);
    if (!csv.header()) {
      reader.accept(row(first, columns));
    }
    while (rows.hasNext()) {
      reader.accept(row(rows.next(), columns));
    }
  }

  private CsvRow row(CsvRecord record, List<ColumnReader> columns) throws MalformedFileException {
    checkFields(record, columns);
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    for (int j = 0; j < columns.size(); j++) {
      cells.put(columns.get(j).name(), columns.get(j).cell(record.getField(j)));
    }
    return new CsvRow(line, cells);
  }

  private List<ColumnReader> columns(CsvRecord first) throws MalformedFileException {
    line = first.getStartingLineNumber();
    List<ColumnReader> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int j = 0; j < first.getFieldCount(); j++) {
      String given = csv.header() ? first.getField(j).strip() : "";
      String name = given.isEmpty() ? Integer.toString(j + 1) : given;
      if (!names.add(name)) {
        throw new MalformedFileException(
            file,
            place(j + 1),
            "the name \"" + ColumnReader.shown(name) + "\" stands here for the second time",
            "a name of its own for each column");
      }
      columns.add(new ColumnReader(csv, file, name, j + 1));
    }
    for (String text : csv.texts()) {
      if (!names.contains(text)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: there is no column \"%s\" to be taken as text; the columns are %s.",
                file,
                text,
                columns.stream().limit(20).map(ColumnReader::name).toList()));
      }
    }
    return columns;
  }

  private void take(CsvRecord row, List<ColumnReader> columns) throws MalformedFileException {
    checkFields(row, columns);
    for (int j = 0; j < columns.size(); j++) {
      columns.get(j).take(line, row.getField(j));
    }
  }

  private void checkFields(CsvRecord row, List<ColumnReader> columns)
      throws MalformedFileException {
    line = row.getStartingLineNumber();
    int fields = row.getFieldCount();
    if (fields != columns.size()) {
      throw new MalformedFileException(
          file,
          place(Math.min(fields, columns.size()) + 1),
          String.format(Locale.ROOT, "the row has %d fields", fields),
          String.format(
              Locale.ROOT,
              "%d as in the first row, separated by '%s'",
              columns.size(),
              csv.separator()));
    }
  }

  private String place(int column) {
    return String.format(Locale.ROOT, "line %d, column %d", line, column);
  }

  private MalformedFileException notInCharset() {
    return refuse(
        "the bytes are not " + csv.charset() + " text", csv.charset() + ", or charset(..) to say");
  }

  private MalformedFileException refuse(String found, String expected) {
    return new MalformedFileException(file, "line " + line + " or after", found, expected);
  }

  /** Its own words, and those of what it wraps. */
  private static String causes(CsvParseException e) {
    Throwable cause = e.getCause();
    String text = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static MalformedFileException because(Exception cause, MalformedFileException refusal) {
    refusal.initCause(cause);
    return refusal;
  }
}

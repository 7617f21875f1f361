package dev.burin.sample.table;

import dev.burin.csv.Csv;
import dev.burin.data.Encoding;
import dev.burin.data.Frame;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies beside the weights of a table, so that other rows are read as these were.
 *
 * @param header whether the first row of the file held the names of the columns
 * @param columns how many there were, the target among them
 */
record TableNotes(boolean header, int columns) {

  private static final String HEADER = "csv header";
  private static final String COLUMNS = "csv columns";

  static Map<String, String> of(Csv csv, Frame table, Encoding encoding) {
    Map<String, String> notes = new HashMap<>(encoding.notes());
    notes.put(HEADER, Boolean.toString(csv.header()));
    notes.put(COLUMNS, Integer.toString(table.columns().size()));
    return notes;
  }

  /**
   * The notes of a file.
   *
   * @throws IllegalArgumentException if they are not those of a table
   */
  static TableNotes of(Map<String, String> notes) {
    String header = notes.getOrDefault(HEADER, "");
    String columns = notes.getOrDefault(COLUMNS, "");
    if (!header.matches("true|false") || !columns.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException(
          "The weights were not saved by train-csv: there are no notes \""
              + HEADER
              + "\" and \""
              + COLUMNS
              + "\" beside them.");
    }
    return new TableNotes(Boolean.parseBoolean(header), Integer.parseInt(columns));
  }

  /**
   * The cells of a row by the names that the columns had in the file that was learned. Columns
   * without names are counted, with the target or, in rows of one cell less, without it.
   */
  Map<String, @Nullable Object> named(Map<String, @Nullable Object> cells, String target) {
    if (header || cells.size() != columns - 1) {
      return cells;
    }
    int at = Integer.parseInt(target);
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    cells.forEach(
        (name, cell) -> {
          int number = Integer.parseInt(name);
          named.put(Integer.toString(number < at ? number : number + 1), cell);
        });
    return named;
  }
}

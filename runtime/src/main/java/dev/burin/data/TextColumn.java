package dev.burin.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A column of texts; a missing one is null. Immutable. */
public final class TextColumn implements Column {

  private final String name;
  private final @Nullable String[] values;

  private TextColumn(String name, @Nullable String[] values) {
    this.name = name;
    this.values = values;
  }

  /**
   * A column of these texts, which are copied.
   *
   * @param values {@code [rows]}, null where one is missing
   */
  public static TextColumn of(String name, @Nullable String... values) {
    Checks.given(name, "name of the column");
    Checks.given(values, "array of values");
    return new TextColumn(name, values.clone());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return values.length;
  }

  /**
   * A text, null where it is missing.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public @Nullable String value(int row) {
    Checks.row(row, values.length);
    return values[row];
  }

  @Override
  public boolean isMissing(int row) {
    return value(row) == null;
  }

  @Override
  public String text(int row) {
    String value = value(row);
    if (value == null) {
      throw new IllegalArgumentException("Row " + row + " of column \"" + name + "\" is missing.");
    }
    return value;
  }

  @Override
  public TextColumn select(int[] rows) {
    Checks.given(rows, "array of row numbers");
    Checks.rows(rows, 0, rows.length, values.length);
    @Nullable String[] selected = new String[rows.length];
    Arrays.setAll(selected, i -> values[rows[i]]);
    return new TextColumn(name, selected);
  }

  /** Name and size, in one line. */
  @Override
  public String toString() {
    return "texts \"" + name + "\"[" + values.length + "]";
  }
}

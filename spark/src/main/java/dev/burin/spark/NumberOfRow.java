package dev.burin.spark;

import java.util.Locale;
import org.apache.spark.api.java.function.PairFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Takes the number of a row from one of its cells.
 *
 * @param column the place of the cell
 */
record NumberOfRow(int column) implements PairFunction<InternalRow, InternalRow, Long> {

  @Override
  public Tuple2<InternalRow, Long> call(InternalRow row) {
    if (row.isNullAt(column)) {
      throw new IllegalArgumentException(
          "The number of a row is null: the column of row numbers holds each from 0 on once.");
    }
    return new Tuple2<>(row, row.getLong(column));
  }

  /**
   * A number that is one of so many rows.
   *
   * @throws IllegalArgumentException if it is not
   */
  static int within(long number, int rows) {
    if (number < 0 || number >= rows) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A row has number %d, but the table has %d rows: the column of row numbers holds"
                  + " each from 0 on once.",
              number,
              rows));
    }
    return (int) number;
  }

  /** What is wrong with a row, and which row it is. */
  static IllegalArgumentException refused(int number, IllegalArgumentException why) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "Row number %d: %s (Counted from 0.)", number, why.getMessage()),
        why);
  }
}

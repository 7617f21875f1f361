package dev.burin.spark;

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
}

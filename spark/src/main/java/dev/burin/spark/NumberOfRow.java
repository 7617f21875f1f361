package dev.burin.spark;

import org.apache.spark.api.java.function.PairFunction;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Takes the number of a row from one of its cells.
 *
 * @param column the place of the cell
 */
record NumberOfRow(int column) implements PairFunction<Row, Row, Long> {

  @Override
  public Tuple2<Row, Long> call(Row row) {
    if (row.isNullAt(column)) {
      throw new IllegalArgumentException(
          "The number of a row is null: the column of row numbers holds each from 0 on once.");
    }
    return new Tuple2<>(row, row.getLong(column));
  }
}

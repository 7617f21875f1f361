package dev.burin.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;

/**
 * Scores the rows of a partition, a batch at a time.
 *
 * @param scoring what is asked
 * @param kept the types of the cells of a row that stay, which come first
 * @param batch the rows of a batch
 */
record PartitionScoring(Scoring scoring, List<DataType> kept, int batch)
    implements MapPartitionsFunction<InternalRow, InternalRow> {

  @Override
  public Iterator<InternalRow> call(Iterator<InternalRow> rows) {
    return new ScoredRows(rows, scoring, kept, batch);
  }
}

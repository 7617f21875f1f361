package dev.burin.spark;

import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Scores the rows of a partition, a batch at a time.
 *
 * @param scoring what is asked
 * @param kept the cells of a row that stay, which come first
 * @param batch the rows of a batch
 */
record PartitionScoring(Scoring scoring, int kept, int batch)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new ScoredRows(rows, scoring, kept, batch);
  }
}

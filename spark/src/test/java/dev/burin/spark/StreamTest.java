package dev.burin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model scores a stream as it scores a table. */
class StreamTest {

  @Test
  void rowsOfAStreamHaveTheAnswersOfATable(@TempDir Path folder) throws Exception {
    SparkSession session = Sessions.local();
    Dataset<Row> table = Rows.of(300, 5).table(session);
    String source = folder.resolve("source").toUri().toString();
    table.repartition(3).write().parquet(source);
    BurinModel model =
        BurinModel.of(new BlobsNetwork(7)).setFeaturesCol("bytes").setDivisor(64).setKeptCols("id");
    Dataset<Row> stream =
        model.transform(session.readStream().schema(table.schema()).parquet(source));
    assertThat(stream.isStreaming()).isTrue();
    String sink = folder.resolve("sink").toUri().toString();
    StreamingQuery query =
        stream
            .writeStream()
            .format("parquet")
            .option("path", sink)
            .option("checkpointLocation", folder.resolve("progress").toUri().toString())
            .trigger(Trigger.AvailableNow())
            .start();
    query.awaitTermination();
    List<Row> streamed = session.read().parquet(sink).orderBy("id").collectAsList();
    assertThat(streamed).isEqualTo(model.transform(table).orderBy("id").collectAsList());
  }
}

package dev.burin.spark;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that stay beside the answers, of every type: those of a file lie where the next do. */
class KeptColumnsTest {

  private final SparkSession session = Sessions.local();

  /** Rows of a file, which Spark reads into arrays that it uses again. */
  private Dataset<Row> table(Path folder) {
    String path = folder.resolve("rows").toUri().toString();
    Rows.of(2000, 9)
        .table(session)
        .withColumn("text", expr("concat('row ', id)"))
        .withColumn("gap", expr("if(id % 3 = 0, null, concat('gap ', id))"))
        .withColumn("price", expr("CAST(id / 7 AS DECIMAL(20, 5))"))
        .withColumn("day", expr("date_add(DATE'2026-01-01', CAST(id AS INT))"))
        .withColumn("time", expr("timestamp_seconds(id)"))
        .withColumn("nested", expr("named_struct('a', text, 'b', array(text, gap))"))
        .withColumn("named", expr("map(text, id)"))
        .coalesce(1)
        .write()
        .parquet(path);
    return session.read().parquet(path);
  }

  @Test
  void everyCellStaysAsItIs(@TempDir Path folder) {
    Dataset<Row> table = table(folder);
    BurinModel model = BurinModel.of(new BlobsNetwork(7)).setFeaturesCol("floats");
    Dataset<Row> answers = model.transform(table);
    assertThat(answers.schema()).isEqualTo(model.transformSchema(table.schema()));
    assertThat(answers.drop("prediction").orderBy("id").collectAsList())
        .isEqualTo(table.orderBy("id").collectAsList());
  }

  /** Spark hands the rows of one model to the next as they are where nothing lies between. */
  @Test
  void modelsFollowOneAnother(@TempDir Path folder) {
    Dataset<Row> table = table(folder);
    BurinModel model = BurinModel.of(new BlobsNetwork(7)).setFeaturesCol("floats").setBatchSize(50);
    BurinModel next = BurinModel.of(new BlobsNetwork(8)).setFeaturesCol("bytes").setDivisor(64);
    next.setPredictionCol("next");
    Dataset<Row> both = next.transform(model.transform(table)).orderBy("id");
    assertThat(both.drop("next").collectAsList())
        .isEqualTo(model.transform(table).orderBy("id").collectAsList());
    assertThat(both.select("id", "next").collectAsList())
        .isEqualTo(next.transform(table).orderBy("id").select("id", "next").collectAsList());
    assertThat(model.transform(table).filter("gap IS NULL").count()).isEqualTo(667);
  }

  /** More columns than Spark makes one method of, so that it goes another way. */
  @Test
  void aWideTableStaysToo() {
    Dataset<Row> table = Rows.of(300, 9).table(session);
    for (int i = 0; i < 110; i++) {
      table = table.withColumn("c" + i, expr("concat(" + i + ", '-', id)"));
    }
    BurinModel model = BurinModel.of(new BlobsNetwork(7)).setFeaturesCol("vector");
    assertThat(model.transform(table).drop("prediction").orderBy("id").collectAsList())
        .isEqualTo(table.orderBy("id").collectAsList());
  }
}

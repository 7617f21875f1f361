package dev.burin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.network.FloatNetwork;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of a table through a network: the very numbers of single calls. */
class ScoringTest {

  private final SparkSession session = Sessions.local();
  private final Rows rows = Rows.of(1000, 3);
  private final BlobsNetwork network = new BlobsNetwork(7);

  private BurinModel model() {
    return BurinModel.of(network).setDivisor(Rows.DIVISOR).setKeptCols("id");
  }

  private double[] expected(int i) {
    float[] outputs = network.network().outputs(rows.floats(i));
    double[] wide = new double[outputs.length];
    for (int j = 0; j < wide.length; j++) {
      wide[j] = outputs[j];
    }
    return wide;
  }

  private void check(List<Row> answers) {
    assertThat(answers).hasSize(rows.size());
    for (Row answer : answers) {
      int i = (int) answer.<Long>getAs("id").longValue();
      assertThat(answer.<Vector>getAs("probability").toArray()).containsExactly(expected(i));
      assertThat(answer.<Double>getAs("prediction")).isEqualTo(network.classOf(rows.floats(i)));
      assertThat(answer.<scala.collection.Seq<Double>>getAs("outputs").apply(2))
          .isEqualTo(expected(i)[2]);
    }
  }

  @ParameterizedTest
  @CsvSource({"vector,128", "floats,7", "doubles,1", "bytes,64", "bytes,5000"})
  void answersAreThoseOfSingleCalls(String column, int batch) {
    BurinModel model = model().setFeaturesCol(column).setBatchSize(batch);
    model.setProbabilityCol("probability").setOutputsCol("outputs");
    check(model.transform(rows.table(session).repartition(3)).collectAsList());
  }

  @Test
  void allColumnsStayIfNoneAreNamed() {
    Dataset<Row> table = rows.table(session);
    BurinModel model = BurinModel.of(network).setFeaturesCol("vector");
    Dataset<Row> answers = model.transform(table);
    assertThat(answers.columns())
        .containsExactly("id", "vector", "floats", "doubles", "bytes", "label", "prediction");
    assertThat(answers.drop("prediction").except(table).count()).isZero();
    assertThat(answers.schema()).isEqualTo(model.transformSchema(table.schema()));
  }

  @Test
  void doublesKeepTheirPrecision() {
    LineNetwork line = new LineNetwork(5);
    BurinModel model = BurinModel.of(line).setFeaturesCol("doubles").setKeptCols("id");
    for (Row answer : model.transform(rows.table(session)).collectAsList()) {
      int i = (int) answer.getLong(0);
      assertThat(answer.getDouble(1)).isEqualTo(line.value(rows.doubles(i)));
    }
  }

  @Test
  void aSavedPipelineAnswersTheSame(@TempDir Path folder) {
    BurinModel model = model().setFeaturesCol("vector").setBatchSize(50);
    model.setProbabilityCol("probability").setOutputsCol("outputs");
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {model});
    PipelineModel fitted = pipeline.fit(rows.table(session));
    String path = folder.resolve("pipeline").toUri().toString();
    try {
      fitted.write().overwrite().save(path);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    PipelineModel loaded = PipelineModel.load(path);
    check(loaded.transform(rows.table(session)).collectAsList());
    BurinModel stage = (BurinModel) loaded.stages()[0];
    assertThat(stage.uid()).isEqualTo(model.uid());
    assertThat((Integer) stage.getOrDefault(stage.batchSize())).isEqualTo(50);
    assertThat(((FloatNetwork) stage.weighted().network()).parameters())
        .startsWith((float[]) LocalNetworks.parameters(network.network()));
  }

  @Test
  void functionsOfSqlAnswerTheSame() {
    BurinModel model = model();
    model.register(session, "blob", Answer.PREDICTION);
    model.register(session, "blob_probability", Answer.PROBABILITY);
    model.register(session, "blob_outputs", Answer.OUTPUTS);
    rows.table(session).createOrReplaceTempView("blobs");
    for (String column : List.of("vector", "floats", "doubles", "bytes")) {
      String sql =
          "SELECT id, blob(%1$s) AS prediction, blob_probability(%1$s) AS probability,"
              + " blob_outputs(%1$s) AS outputs FROM blobs";
      check(session.sql(String.format(java.util.Locale.ROOT, sql, column)).collectAsList());
    }
  }

  @Test
  void copiesHaveSettingsOfTheirOwn() {
    BurinModel model = model().setFeaturesCol("vector");
    BurinModel copy = model.copy(new ParamMap());
    copy.setPredictionCol("digit");
    Dataset<Row> table = rows.table(session);
    assertThat(model.transform(table).columns()).containsExactly("id", "prediction");
    assertThat(copy.transform(table).columns()).containsExactly("id", "digit");
    assertThat(copy.transform(table).agg(functions.sum("digit")).first())
        .isEqualTo(model.transform(table).agg(functions.sum("prediction")).first());
  }
}

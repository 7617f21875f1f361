package dev.burin.spark;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.data.SampleWeights;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.train.Order;
import dev.burin.train.Trainer;
import dev.burin.train.TrainerBuilder;
import dev.burin.train.TrainingHistory;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that count more or less: the bits of a training on one machine with such weights. */
class WeightedTrainingTest {

  private static final int N = 20_000;
  private static final String WEIGHT = "CAST(id % 5 AS DOUBLE) / 3";

  private final SparkSession session = Sessions.local();
  private final org.apache.spark.sql.Dataset<Row> table =
      Rows.of(N, 11).table(session).withColumn("weight", expr(WEIGHT)).repartition(5);

  private static double weight(int row) {
    return row % 5 / 3.0;
  }

  private static Dataset data() {
    return TrainingTest.data()
        .weighted(SampleWeights.of(IntStream.range(0, N).mapToDouble(i -> weight(i)).toArray()));
  }

  private static TrainerBuilder momentum() {
    return Trainer.builder().optimizer(new Momentum(0.2, 0.9)).order(Order.shuffled(4));
  }

  private static BurinTrainer trainer(TrainerBuilder builder) {
    return new BurinTrainer(new BlobsNetwork(1), builder.build())
        .setFeaturesCol("bytes")
        .setDivisor(Rows.DIVISOR)
        .setRowNumberCol("id");
  }

  private static float[] parameters(BurinModel model) {
    return (float[]) LocalNetworks.parameters(model.weighted().network());
  }

  private static float[] alone(TrainerBuilder builder, Dataset data) {
    FloatNetwork network = new BlobsNetwork(1).network();
    builder.build().train(network, data);
    return (float[]) LocalNetworks.parameters(network);
  }

  /** A fifth of the rows has weight 0, so that the others close up. */
  @ParameterizedTest
  @CsvSource({"0,1", "0,2", "0,3", "0,7", "9000,1", "9000,2", "9000,3", "9000,7", "700,3"})
  void weightsHaveTheBitsOfOneMachine(int batch, int partitions) {
    TrainerBuilder builder = momentum().iterations(8);
    if (batch > 0) {
      builder.batch(batch);
    }
    BurinModel model = trainer(builder).setWeightCol("weight").setPartitions(partitions).fit(table);
    FloatNetwork network = new BlobsNetwork(1).network();
    TrainingHistory expected = builder.build().train(network, data());
    assertThat(parameters(model)).containsExactly((float[]) LocalNetworks.parameters(network));
    TrainingHistory history = model.history().orElseThrow();
    assertThat(history.costs()).containsExactly(expected.costs());
    assertThat(history.finalCost()).isEqualTo(expected.finalCost());
  }

  @Test
  void rowsOfWeight0AreAsIfTheyWereNotThere() {
    TrainerBuilder builder = momentum().batch(3000).iterations(8);
    BurinModel weighted =
        trainer(builder)
            .setWeightCol("weight")
            .fit(
                table
                    .withColumn("weight", expr("if(id % 4 = 0, 0, 2)"))
                    .withColumn("bytes", expr("if(id % 4 = 0, null, bytes)")));
    BurinModel without =
        trainer(builder)
            .fit(table.filter("id % 4 <> 0").withColumn("id", expr("id - floor(id / 4) - 1")));
    assertThat(parameters(weighted)).containsExactly(parameters(without));
  }

  @Test
  void balancedClassesHaveTheBitsOfOneMachine() {
    TrainerBuilder builder = momentum().batch(9000).iterations(6);
    BurinModel model = trainer(builder).setBalanced(true).setPartitions(3).fit(table);
    assertThat(parameters(model)).containsExactly(alone(builder, TrainingTest.data().balanced()));
  }

  @Test
  void aTotalOrderNumbersWeights() {
    TrainerBuilder builder = momentum().batch(9000).epochs(1);
    BurinTrainer ordered = trainer(builder).setWeightCol("weight").setPartitions(2);
    ordered.set(ordered.rowNumberCol(), "");
    assertThat(parameters(ordered.setOrderCols("id").fit(table)))
        .containsExactly(alone(builder, data()));
  }

  @Test
  void checkpointsAreThoseOfOneMachine(@TempDir Path folder) {
    float[] expected = alone(momentum().batch(6000).epochs(3), data());
    TrainerBuilder builder = momentum().batch(6000).epochs(3).checkpoints(folder).updateLimit(4);
    builder.build().train(new BlobsNetwork(1), data());
    BurinModel model =
        trainer(momentum().batch(6000).epochs(3).checkpoints(folder))
            .setWeightCol("weight")
            .setPartitions(3)
            .fit(table);
    assertThat(parameters(model)).containsExactly(expected);
  }

  @Test
  void averagesCountThemToo() {
    LocalSteps local =
        new LocalSteps(
            round -> Trainer.builder().optimizer(new Momentum(0.1, 0.9)).batch(50), 4, 10, 2, 3);
    float[][] found = new float[2][];
    for (int partitions = 1; partitions <= 2; partitions++) {
      found[partitions - 1] =
          parameters(
              new BurinTrainer(new BlobsNetwork(1), local)
                  .setFeaturesCol("bytes")
                  .setDivisor(Rows.DIVISOR)
                  .setRowNumberCol("id")
                  .setWeightCol("weight")
                  .setPartitions(partitions)
                  .fit(table));
    }
    assertThat(found[0]).containsExactly(found[1]);
  }

  private void refused(org.apache.spark.sql.Dataset<Row> rows, String sentence) {
    TrainerBuilder builder = momentum().iterations(1);
    assertThatThrownBy(() -> trainer(builder).setWeightCol("weight").fit(rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void weightsThatAreNone() {
    String column = "Row number 7: the weight in column \"weight\" is ";
    String rule = "; give 0, or a number from 1e-30 to 1e30. (Counted from 0.)";
    refused(table.withColumn("weight", expr("if(id = 7, -1, 1)")), column + "-1.0" + rule);
    refused(
        table.withColumn("weight", expr("if(id = 7, double('NaN'), 1)")), column + "NaN" + rule);
    refused(table.withColumn("weight", expr("if(id = 7, null, 1)")), column + "null" + rule);
    refused(
        table.withColumn("weight", expr("if(id = 7, 1e-60D, 1)")),
        column + "1.0E-60, which is 0.0 as a float" + rule);
    refused(
        table.withColumn("weight", expr("if(id = 7, 1e300D, 1)")),
        column + "1.0E300, which is Infinity as a float" + rule);
    refused(
        table.withColumn("weight", lit(0)),
        "All rows have weight 0; at least one has to count for more.");
    refused(
        table.withColumn("weight", lit("heavy")),
        "Column \"weight\" is of type STRING; weights are numbers from 0 on.");
    refused(
        table.drop("weight"),
        "There is no column \"weight\"; the columns are [id, vector, floats, doubles, bytes,"
            + " label].");
    refused(
        table.withColumn("id", expr("if(id = 7, 8, id)")),
        "Row number 8 is twice: the column of row numbers holds each from 0 on once, for all rows"
            + " of the table.");
  }

  @Test
  void weightsFromTwoSides() {
    TrainerBuilder builder = momentum().iterations(1);
    assertThatThrownBy(() -> trainer(builder).setWeightCol("weight").setBalanced(true).fit(table))
        .hasMessage(
            "Weights are asked for from column \"weight\" and from balanced classes; ask for one of"
                + " both.");
    assertThatThrownBy(
            () ->
                trainer(builder)
                    .setBalanced(true)
                    .fit(table.withColumn("label", expr("array(0.5D, 0.5D, 0D)"))))
        .hasMessageContaining(": column \"label\" names no class, as balanced classes need it");
  }
}

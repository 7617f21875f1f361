package dev.burin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.data.ByteTable;
import dev.burin.data.Dataset;
import dev.burin.data.Labels;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Adam;
import dev.burin.optimize.Clip;
import dev.burin.optimize.Curve;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Schedule;
import dev.burin.train.Order;
import dev.burin.train.Trainer;
import dev.burin.train.TrainerBuilder;
import dev.burin.train.TrainingHistory;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bits of a training on one machine, however the rows are parted. */
class TrainingTest {

  private static final int N = 20_000;
  private static final Rows ROWS = Rows.of(N, 11);

  private final SparkSession session = Sessions.local();

  /** Rows in another order than that of their numbers, over some partitions. */
  private org.apache.spark.sql.Dataset<Row> table() {
    return ROWS.table(session).repartition(5);
  }

  static Dataset data() {
    byte[] flat = new byte[N * Rows.INPUTS];
    for (int i = 0; i < N; i++) {
      System.arraycopy(ROWS.x()[i], 0, flat, i * Rows.INPUTS, Rows.INPUTS);
    }
    return new Dataset(
        new ByteTable(N, Rows.INPUTS, flat, Rows.DIVISOR), Labels.of(ROWS.labels()).oneHot(3));
  }

  private static TrainerBuilder momentum() {
    return Trainer.builder().optimizer(new Momentum(0.2, 0.9)).order(Order.shuffled(4));
  }

  private BurinTrainer trainer(TrainerBuilder builder) {
    return new BurinTrainer(new BlobsNetwork(1), builder.build())
        .setFeaturesCol("bytes")
        .setDivisor(Rows.DIVISOR)
        .setRowNumberCol("id");
  }

  private static float[] parameters(BurinModel model) {
    return (float[]) LocalNetworks.parameters(model.weighted().network());
  }

  private static float[] alone(TrainerBuilder builder) {
    FloatNetwork network = new BlobsNetwork(1).network();
    builder.build().train(network, data());
    return (float[]) LocalNetworks.parameters(network);
  }

  /** Full batches of five blocks, of which each partition has some or none. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void fullBatchesHaveTheBitsOfOneMachine(int partitions) {
    TrainerBuilder builder = momentum().iterations(6);
    BurinModel model = trainer(builder).setPartitions(partitions).fit(table());
    assertThat(parameters(model)).containsExactly(alone(builder));
  }

  /** Batches of several blocks, of one, and of part of one. */
  @ParameterizedTest
  @CsvSource({"9000,1", "9000,2", "9000,3", "9000,7", "4096,3", "700,2", "32,3"})
  void miniBatchesHaveTheBitsOfOneMachine(int batch, int partitions) {
    TrainerBuilder builder = momentum().batch(batch).iterations(batch == 32 ? 40 : 60);
    BurinModel model = trainer(builder).setPartitions(partitions).fit(table());
    assertThat(parameters(model)).containsExactly(alone(builder));
  }

  @Test
  void costsAndAllThatMovesParametersAreTheSame() {
    TrainerBuilder builder =
        Trainer.builder()
            .optimizer(new Adam(0.01))
            .schedule(Schedule.byEpoch(Curve.exponential(0.8)))
            .clip(Clip.byNorm(0.05))
            .weightDecay(1e-4)
            .batch(6000)
            .epochs(4)
            .restoreBest();
    BurinModel model = trainer(builder).setPartitions(3).fit(table());
    FloatNetwork network = new BlobsNetwork(1).network();
    TrainingHistory expected = builder.build().train(network, data());
    TrainingHistory history = model.history().orElseThrow();
    assertThat(history.costs()).containsExactly(expected.costs());
    assertThat(history.finalCost()).isEqualTo(expected.finalCost());
    assertThat(parameters(model)).containsExactly((float[]) LocalNetworks.parameters(network));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vector", "floats", "doubles"})
  void otherColumnsOfTheSameNumbersGiveTheSameBits(String column) {
    TrainerBuilder builder = momentum().batch(9000).epochs(1);
    BurinModel model = trainer(builder).setFeaturesCol(column).setPartitions(2).fit(table());
    assertThat(parameters(model)).containsExactly(alone(builder));
    assertThat(model.transform(table().limit(3)).count()).isEqualTo(3);
  }

  /** Rows that are numbered by an order have the numbers that the order gives. */
  @Test
  void aTotalOrderNumbersRows() {
    TrainerBuilder builder = momentum().batch(9000).epochs(1);
    BurinTrainer ordered = trainer(builder).setPartitions(2);
    ordered.set(ordered.rowNumberCol(), "");
    BurinModel model = ordered.setOrderCols("id").fit(table());
    assertThat(parameters(model)).containsExactly(alone(builder));
  }

  /** A folder of checkpoints goes from one machine to a cluster and back. */
  @Test
  void checkpointsAreThoseOfOneMachine(@TempDir Path folder) {
    float[] expected = alone(momentum().batch(6000).epochs(3));
    TrainerBuilder builder = momentum().batch(6000).epochs(3).checkpoints(folder).updateLimit(5);
    builder.build().train(new BlobsNetwork(1), data());
    trainer(builder).setPartitions(3).fit(table());
    FloatNetwork network = new BlobsNetwork(2).network();
    builder.build().train(network, data());
    assertThat((float[]) LocalNetworks.parameters(network)).containsExactly(expected);
  }
}

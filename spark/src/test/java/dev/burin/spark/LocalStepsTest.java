package dev.burin.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.train.Order;
import dev.burin.train.Trainer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Training by averages: the same bits for any number of partitions, and those that it says. */
class LocalStepsTest {

  private static final int PARTS = 6;
  private static final int STEPS = 20;
  private static final int ROUNDS = 3;
  private static final LocalSteps LOCAL =
      new LocalSteps(
          round -> Trainer.builder().optimizer(new Momentum(0.1, 0.9)).batch(50),
          PARTS,
          STEPS,
          ROUNDS,
          5);

  private final SparkSession session = Sessions.local();

  private BurinModel fit(int partitions) {
    return new BurinTrainer(new BlobsNetwork(1), LOCAL)
        .setFeaturesCol("bytes")
        .setDivisor(Rows.DIVISOR)
        .setRowNumberCol("id")
        .setPartitions(partitions)
        .fit(Rows.of(20_000, 11).table(session).repartition(5));
  }

  /** Six parts one after the other, and the tree over six. */
  @Test
  void theMeanOfAllPartsIsCommonAfterEachRound() {
    Dataset data = TrainingTest.data();
    FloatNetwork common = new BlobsNetwork(1).network();
    int length = common.layout().length();
    int size = (data.size() - 1) / PARTS + 1;
    for (int round = 0; round < ROUNDS; round++) {
      float[][] p = new float[PARTS][];
      for (int part = 0; part < PARTS; part++) {
        int end = Math.min((part + 1) * size, data.size());
        int[] rows = IntStream.range(part * size, end).toArray();
        FloatNetwork network = common.with(common.parameters());
        Trainer.builder()
            .optimizer(new Momentum(0.1, 0.9))
            .batch(50)
            .iterations(STEPS)
            .order(Order.shuffled(5 + 0xD1B54A32D192ED03L * (round * PARTS + part)))
            .build()
            .train(network, data.view(rows));
        p[part] = Arrays.copyOf(network.parameters(), length);
      }
      float[] mean = new float[length];
      for (int i = 0; i < length; i++) {
        float sum = ((p[0][i] + p[1][i]) + (p[2][i] + p[3][i])) + (p[4][i] + p[5][i]);
        mean[i] = (float) ((double) sum / PARTS);
      }
      common.parameters(mean);
    }
    float[] expected = Arrays.copyOf(common.parameters(), length);
    for (int partitions : new int[] {1, 2, 3, 7}) {
      BurinModel model = fit(partitions);
      assertThat((float[]) LocalNetworks.parameters(model.weighted().network()))
          .as("%d partitions", partitions)
          .containsExactly(expected);
    }
  }

  @Test
  void itLearns() {
    BurinModel model = fit(2);
    // One answer to all samples of three classes costs ln 3.
    assertThat(model.roundCosts()).hasSize(ROUNDS);
    for (double cost : model.roundCosts()) {
      assertThat(cost).isBetween(0.0, 0.5 * Math.log(3));
    }
    assertThat(model.history()).isEmpty();
  }

  @Test
  void settingsAreChecked() {
    TrainerOfRound any = round -> Trainer.builder();
    assertThatThrownBy(() -> new LocalSteps(any, 0, 1, 1, 1))
        .hasMessage("The number of parts is 0; give 1 to 65536.");
    assertThatThrownBy(() -> new LocalSteps(any, 1, 0, 1, 1))
        .hasMessageStartingWith("The number of steps is 0; give 1 to");
    assertThatThrownBy(() -> new LocalSteps(any, 1, 1, -1, 1))
        .hasMessageStartingWith("The number of rounds is -1; give 1 to");
  }
}

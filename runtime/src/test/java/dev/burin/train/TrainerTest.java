package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.data.Dataset;
import dev.burin.data.Shuffle;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.DoubleTraining;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatTraining;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Sgd;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training computes: its steps, their order and their bits. */
class TrainerTest {

  private static TrainerBuilder sgd(double rate) {
    return Trainer.builder().optimizer(new Sgd(rate));
  }

  @Test
  void findsTheLineThroughItsPoints() {
    Dataset data = Samples.of(1, new float[] {-1, 0, 1, 2}, 1, new float[] {-1, 1, 3, 5});
    FloatNetwork network = Samples.line();
    TrainingHistory history = sgd(0.3).iterations(300).build().train(network, data);
    assertThat(network.output(new float[] {10})).isCloseTo(21, within(1e-3f));
    assertThat(history.finalCost()).isLessThan(1e-9);
    assertThat(history.cost(0)).isEqualTo((1 + 1 + 9 + 25) / 8.0);
  }

  @Test
  void learnsXorInBothPrecisions() {
    Trainer trainer = Trainer.builder().optimizer(new Momentum(0.5, 0.9)).iterations(500).build();
    for (NeuralNetwork network :
        List.<NeuralNetwork>of(Samples.floats(2, 6, 3), Samples.doubles(2, 6, 3))) {
      TrainingHistory history = trainer.train(network, Samples.xor());
      assertThat(history.finalCost()).isLessThan(0.01);
      assertThat(Evaluation.of(network, Samples.xor()).accuracy()).isEqualTo(1);
    }
  }

  @Test
  void makesTheStepsOfAHandWrittenLoopInFloat() {
    Dataset data = Samples.halves(37, 5, 1);
    float[] x = new float[37 * 5];
    float[] y = new float[37];
    data.copy(Shuffle.identity(37), 0, 37, x, y);
    FloatNetwork expected = Samples.floats(5, 9, 2);
    FloatTraining training = new FloatTraining(expected, 37, 1);
    double[] costs = new double[10];
    for (int i = 0; i < 10; i++) {
      costs[i] = training.gradient(x, y, 37);
      for (int p = 0; p < expected.parameters().length; p++) {
        expected.parameters()[p] =
            Math.fma(-0.5f, training.gradient()[p], expected.parameters()[p]);
      }
    }
    FloatNetwork network = Samples.floats(5, 9, 2);
    TrainingHistory history = sgd(0.5).iterations(10).build().train(network, data);
    assertThat(network.parameters()).containsExactly(expected.parameters());
    assertThat(history.costs()).containsExactly(costs);
    assertThat(history.finalCost()).isEqualTo(training.cost(x, y, 37));
  }

  @Test
  void makesTheStepsOfAHandWrittenLoopInDoubleMiniBatches() {
    int n = 23;
    Dataset data = Samples.halves(n, 4, 5);
    DoubleNetwork expected = Samples.doubles(4, 3, 2);
    DoubleTraining training = new DoubleTraining(expected, 5, 1);
    double[] v = new double[expected.parameters().length];
    double[] costs = new double[3];
    double[] x = new double[n * 4];
    double[] y = new double[n];
    for (int epoch = 0; epoch < 3; epoch++) {
      int[] order = orderByTheStatedRule(n, 77, epoch);
      for (int from = 0; from < n; from += 5) {
        int count = Math.min(5, n - from);
        data.copy(order, from, count, x, y);
        costs[epoch] += training.gradient(x, y, count) * count;
        for (int p = 0; p < v.length; p++) {
          v[p] = Math.fma(0.9, v[p], training.gradient()[p]);
          expected.parameters()[p] = Math.fma(-0.1, v[p], expected.parameters()[p]);
        }
      }
      costs[epoch] /= n;
    }
    DoubleNetwork network = Samples.doubles(4, 3, 2);
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Momentum(0.1, 0.9))
            .batch(5)
            .epochs(3)
            .order(Order.shuffled(77))
            .build()
            .train(network, data);
    assertThat(network.parameters()).containsExactly(expected.parameters());
    assertThat(history.costs()).containsExactly(costs);
    assertThat(history.iteration(2)).isEqualTo(10);
    assertThat(history.samplesSeen()).isEqualTo(3 * n);
  }

  @Test
  void replaysAnOrderThatIsGiven() {
    Dataset data = Samples.halves(23, 4, 5);
    DoubleNetwork seeded = Samples.doubles(4, 3, 2);
    DoubleNetwork replayed = Samples.doubles(4, 3, 2);
    TrainerBuilder builder = sgd(0.5).batch(5).epochs(3);
    double[] costs = builder.order(Order.shuffled(77)).build().train(seeded, data).costs();
    Order given =
        (order, epoch) ->
            System.arraycopy(orderByTheStatedRule(23, 77, epoch), 0, order, 0, order.length);
    assertThat(builder.order(given).build().train(replayed, data).costs()).containsExactly(costs);
    assertThat(replayed.parameters()).containsExactly(seeded.parameters());
  }

  @Test
  void refusesAnOrderThatNamesARowThatIsNotThere() {
    Trainer trainer = sgd(0.5).batch(5).epochs(1).order((order, epoch) -> order[7] = 23).build();
    assertThatThrownBy(() -> trainer.train(Samples.doubles(4, 3, 2), Samples.halves(23, 4, 5)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("row 23");
  }

  private static int[] orderByTheStatedRule(int n, long seed, int epoch) {
    Random random = new Random(seed + epoch * 0x9E3779B97F4A7C15L);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void givesTheSameBitsOnAnyNumberOfThreads(int threads) {
    Dataset data = Samples.halves(300, 20, 1);
    for (int batch : new int[] {0, 64}) {
      FloatNetwork one = Samples.floats(20, 33, 1);
      FloatNetwork many = Samples.floats(20, 33, 1);
      TrainerBuilder builder = sgd(0.5).epochs(3).batch(batch);
      TrainingHistory alone = builder.threads(1).build().train(one, data);
      TrainingHistory shared = builder.threads(threads).build().train(many, data);
      assertThat(many.parameters()).containsExactly(one.parameters());
      assertThat(shared.costs()).containsExactly(alone.costs());
    }
  }

  @Test
  void aBatchAsLargeAsTheDataIsAFullBatch() {
    Dataset data = Samples.halves(30, 4, 1);
    FloatNetwork full = Samples.floats(4, 5, 1);
    FloatNetwork large = Samples.floats(4, 5, 1);
    double[] costs = sgd(0.5).iterations(7).build().train(full, data).costs();
    TrainingHistory history = sgd(0.5).batch(31).epochs(7).build().train(large, data);
    assertThat(large.parameters()).containsExactly(full.parameters());
    assertThat(history.costs()).containsExactly(costs);
    assertThat(history.plan()).isEqualTo(new TrainingPlan(30, 30, 7));
  }

  @Test
  void theSeedChoosesTheOrder() {
    Dataset data = Samples.halves(30, 4, 1);
    List<float[]> results = new ArrayList<>();
    for (long seed : new long[] {1, 1, 2}) {
      FloatNetwork network = Samples.floats(4, 5, 1);
      sgd(0.5).batch(4).epochs(2).order(Order.shuffled(seed)).build().train(network, data);
      results.add(network.parameters());
    }
    assertThat(results.get(1)).containsExactly(results.get(0));
    assertThat(results.get(2)).isNotEqualTo(results.get(0));
  }

  @Test
  void theOrderOfTheDataIsTheSameInEveryEpoch() {
    int[] rows = {9, 9, 9};
    Order.ofData().fill(rows, 5);
    assertThat(rows).containsExactly(0, 1, 2);
    assertThat(Order.ofData()).hasToString("in the order of the data");
    assertThat(Order.shuffled(3)).isEqualTo(Order.shuffled(3)).isNotEqualTo(Order.shuffled(4));
  }
}

package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.burin.Loss;
import dev.burin.data.Dataset;
import dev.burin.data.FloatTable;
import dev.burin.data.Labels;
import dev.burin.data.Table;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Sgd;
import dev.burin.shape.LayerLayout;
import org.junit.jupiter.api.Test;

/** A training that ends without an exception and is of no use says so. */
class HintTest {

  @Test
  void aTrainingThatLearnsHasNone() {
    Dataset data = Samples.halves(200, 4, 1);
    for (int batch : new int[] {0, 20}) {
      TrainingHistory history =
          Trainer.builder()
              .optimizer(new Momentum(0.3, 0.9))
              .batch(batch)
              .epochs(40)
              .build()
              .train(Samples.floats(4, 5, 1), data);
      assertThat(history.hint()).isEmpty();
    }
  }

  @Test
  void aCostThatRoseIsTold() {
    Dataset data = Samples.halves(50, 4, 1);
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Sgd(1000))
            .iterations(20)
            .build()
            .train(Samples.floats(4, 5, 1), data);
    assertThat(history.finalCost()).isGreaterThan(history.cost(0));
    assertThat(history.hint().orElseThrow())
        .startsWith("The cost rose from ")
        .endsWith("Try a smaller learning rate than 1000.0, or other first weights.");
  }

  /** The mean of the first epoch is as bad as the last: the first batch was not. */
  @Test
  void aCostThatRoseWithinTheFirstEpochIsTold() {
    Dataset data = Samples.halves(100, 4, 1);
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Sgd(10_000))
            .batch(5)
            .epochs(3)
            .build()
            .train(Samples.floats(4, 5, 1), data);
    assertThat(history.cost(0)).isGreaterThan(10);
    assertThat(history.hint().orElseThrow()).startsWith("The cost rose from ");
  }

  @Test
  void aCostThatStandsStillAtThatOfOneAnswerIsTold() {
    // Weights of 0 behind TANH: nothing but the last bias can learn.
    FloatNetwork network = Samples.floats(4, 5, 1);
    for (LayerLayout layer : network.layout().layers()) {
      for (int i = layer.weights(); i < layer.end(); i++) {
        network.parameter(i, 0);
      }
    }
    network.parameter(network.layout().layer(2).bias(0), 1);
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Sgd(2))
            .iterations(500)
            .build()
            .train(network, Samples.halves(50, 4, 1));
    assertThat(history.hint().orElseThrow())
        .startsWith("The cost stands still at 0.6859 and is no better than 0.6859, that of one")
        .contains("dead or saturated");
  }

  @Test
  void unscaledFeaturesAreNamedInAHint() {
    Dataset small = Samples.halves(50, 4, 1);
    float[] x = ((FloatTable) small.features()).values().clone();
    for (int i = 0; i < x.length; i++) {
      x[i] = 0;
    }
    for (int i = 2; i < x.length; i += 4) {
      x[i] = 5000;
    }
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Sgd(0.1))
            .iterations(200)
            .build()
            .train(Samples.floats(4, 5, 1), new Dataset(new FloatTable(50, 4, x), small.targets()));
    assertThat(history.hint().orElseThrow()).contains("column 2 runs from 5000.0 to 5000.0");
  }

  private static double cost(Loss loss, Table targets) {
    return Constant.cost(loss, new Dataset(targets, targets));
  }

  @Test
  void oneAnswerToAllCostsWhatTheEquationsSay() {
    assertThat(cost(Loss.BINARY_CROSS_ENTROPY, Labels.of(0, 1, 1, 0).binary()))
        .isCloseTo(Math.log(2), within(1e-15));
    assertThat(cost(Loss.CROSS_ENTROPY, Labels.of(0, 1, 2, 2).oneHot(3)))
        .isCloseTo(0.5 * Math.log(4) + 0.5 * Math.log(2), within(1e-15));
    assertThat(cost(Loss.CROSS_ENTROPY, Labels.of(1, 1).oneHot(3))).isZero();
    FloatTable y = new FloatTable(2, 2, new float[] {1, 10, 3, 14});
    assertThat(cost(Loss.HALF_MEAN_SQUARED_ERROR, y)).isEqualTo((1 + 4) / 2.0);
    assertThat(cost(Loss.MEAN_SQUARED_ERROR, y)).isEqualTo((1 + 4) / 2.0);
  }
}

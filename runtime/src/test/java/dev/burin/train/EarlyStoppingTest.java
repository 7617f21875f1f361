package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.data.Dataset;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Momentum;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation, the best parameters, and what ends a training early. */
class EarlyStoppingTest {

  private static final Dataset TRAIN = Samples.halves(30, 6, 3);

  /** Labels that tell nothing: whoever learns the others by heart gets worse on these. */
  private static final Dataset OTHERS =
      new Dataset(Samples.halves(40, 6, 8).features(), Samples.halves(40, 6, 9).targets());

  private static TrainerBuilder builder() {
    return Trainer.builder().optimizer(new Momentum(0.5, 0.9)).batch(10);
  }

  private static int lowest(double[] costs) {
    int lowest = 0;
    for (int i = 1; i < costs.length; i++) {
      lowest = costs[i] < costs[lowest] ? i : lowest;
    }
    return lowest;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void endsAfterEpochsThatAreNotBetterAndGoesBack(int patience) {
    FloatNetwork network = Samples.floats(6, 8, 1);
    TrainingHistory history =
        builder()
            .epochs(500)
            .validation(OTHERS, Metric.accuracy())
            .earlyStopping(new EarlyStopping(patience))
            .build()
            .train(network, TRAIN);
    double[] costs = history.validationCosts();
    int best = lowest(costs);
    assertThat(history.ending()).isEqualTo(Ending.PATIENCE);
    assertThat(costs).hasSize(best + 1 + patience).hasSize(history.size());
    assertThat(history.restoredEpoch()).hasValue(best);
    assertThat(Evaluation.cost(network, OTHERS)).isEqualTo(costs[best]);
    assertThat(history.metric("accuracy")[best])
        .isEqualTo(Evaluation.of(network, OTHERS).accuracy());
    assertThat(history.finalCost()).isCloseTo(Evaluation.cost(network, TRAIN), within(1e-12));
    assertThat(history.metric("none")).isEmpty();
    assertThat(history).asString().contains("parameters of epoch " + best + " restored");
  }

  @Test
  void aMeasurementChangesNoBitOfTheTraining() {
    FloatNetwork expected = Samples.floats(6, 8, 1);
    FloatNetwork network = Samples.floats(6, 8, 1);
    double[] costs = builder().epochs(20).build().train(expected, TRAIN).costs();
    TrainingHistory history =
        builder().epochs(20).validation(OTHERS, Metric.accuracy()).build().train(network, TRAIN);
    assertThat(history.costs()).containsExactly(costs);
    assertThat(network.parameters()).containsExactly(expected.parameters());
    assertThat(history.restoredEpoch()).isEmpty();
  }

  @Test
  void theBestAreRestoredAtTheEndTooAndTheLastAreStillThere() {
    FloatNetwork last = Samples.floats(6, 8, 1);
    builder().epochs(20).build().train(last, TRAIN);
    FloatNetwork network = Samples.floats(6, 8, 1);
    Trainer trainer = builder().epochs(20).validation(OTHERS).restoreBest().build();
    try (Training training = trainer.begin(network, TRAIN)) {
      assertThatThrownBy(training::exchange)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("There are no other parameters");
      boolean more = true;
      while (more) {
        more = training.epoch();
      }
      TrainingHistory history = training.history();
      int best = lowest(history.validationCosts());
      assertThat(history.ending()).isEqualTo(Ending.COMPLETE);
      assertThat(history.restoredEpoch()).hasValue(best);
      float[] kept = network.parameters().clone();
      assertThat(Evaluation.cost(network, OTHERS)).isEqualTo(history.validationCosts()[best]);
      assertThat(training.exchange()).isFalse();
      assertThat(network.parameters()).containsExactly(last.parameters());
      assertThat(training.exchange()).isTrue();
      assertThat(network.parameters()).containsExactly(kept);
    }
  }

  /** In full batches an epoch tells the cost before its update, so that this is its cost. */
  @Test
  void ofFullBatchesTheParametersOfTheLowestCostAreTheBest() {
    List<float[]> seen = new ArrayList<>();
    FloatNetwork network = Samples.floats(6, 8, 1);
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepped(int iteration, double cost) {
            seen.add(network.parameters().clone());
          }
        };
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Momentum(20, 0.9))
            .iterations(200)
            .earlyStopping(new EarlyStopping(4))
            .listeners(listener)
            .build()
            .train(network, TRAIN);
    int best = lowest(history.costs());
    assertThat(history.ending()).isEqualTo(Ending.PATIENCE);
    assertThat(history.restoredEpoch()).hasValue(best);
    assertThat(network.parameters()).containsExactly(seen.get(best));
    assertThat(history.finalCost()).isEqualTo(history.cost(best));
  }

  @Test
  void aCallbackMayAskForTheBest() {
    Callback stops =
        new Callback() {
          @Override
          public Verdict epochEnded(TrainingState state) {
            return state.epoch() - state.bestEpoch() > 3 ? Verdict.STOP_WITH_BEST : Verdict.GO_ON;
          }
        };
    FloatNetwork network = Samples.floats(6, 8, 1);
    TrainingHistory history =
        builder().epochs(500).validation(OTHERS).callbacks(stops).build().train(network, TRAIN);
    assertThat(history.ending()).isEqualTo(Ending.CALLBACK);
    assertThat(history.restoredEpoch()).hasValue(lowest(history.validationCosts()));
    assertThat(Evaluation.cost(network, OTHERS))
        .isEqualTo(history.validationCosts()[history.restoredEpoch().getAsInt()]);
  }

  @Test
  void anImprovementThatIsTooSmallDoesNotCount() {
    FloatNetwork network = Samples.floats(6, 8, 1);
    TrainingHistory history =
        builder().epochs(500).earlyStopping(new EarlyStopping(2, 10)).build().train(network, TRAIN);
    assertThat(history.size()).isEqualTo(3);
    assertThat(history.restoredEpoch()).hasValue(lowest(history.costs()));
  }

  @Test
  void refusesWhatMeansNothing() {
    assertThatThrownBy(() -> new EarlyStopping(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The patience is 0 epochs; give 1 or more, such as 10.");
    assertThatThrownBy(() -> new EarlyStopping(1, Double.NaN))
        .hasMessageStartingWith("The least improvement is NaN");
    assertThatThrownBy(
            () ->
                builder()
                    .epochs(1)
                    .validation(Samples.halves(5, 3, 1))
                    .build()
                    .train(Samples.floats(6, 8, 1), TRAIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("have 3 columns, but the network has 6 inputs");
  }
}

package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Momentum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that the caller drives. */
class TrainingTest {

  private static final Dataset DATA = Samples.halves(50, 4, 3);

  private static TrainerBuilder momentum(int batch) {
    return Trainer.builder().optimizer(new Momentum(0.3, 0.9)).batch(batch);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 50})
  void makesTheStepsOfTheLoop(int batch) {
    Trainer trainer = momentum(batch).epochs(5).build();
    FloatNetwork expected = Samples.floats(4, 5, 1);
    FloatNetwork network = Samples.floats(4, 5, 1);
    TrainingHistory whole = trainer.train(expected, DATA);
    int steps = 0;
    try (Training training = trainer.begin(network, DATA)) {
      while (training.step()) {
        steps++;
        assertThat(training.state().iteration()).isEqualTo(steps);
        if (steps % 3 == 0) {
          // Asking in between changes nothing.
          assertThat(training.history().ending())
              .isEqualTo(steps == whole.iterations() ? Ending.COMPLETE : Ending.NOT_YET);
        }
      }
      TrainingHistory history = training.history();
      assertThat(history.costs()).containsExactly(whole.costs());
      assertThat(history.finalCost()).isEqualTo(whole.finalCost());
      assertThat(history.ending()).isEqualTo(Ending.COMPLETE);
      assertThat(training.step()).isFalse();
      assertThat(training.epoch()).isFalse();
    }
    assertThat(steps).isEqualTo(whole.iterations());
    assertThat(network.parameters()).containsExactly(expected.parameters());
  }

  @Test
  void goesEpochByEpoch() {
    Trainer trainer = momentum(20).iterations(8).build();
    FloatNetwork network = Samples.floats(4, 5, 1);
    List<Integer> updates = new ArrayList<>();
    try (Training training = trainer.begin(network, DATA)) {
      training.step();
      while (training.epoch()) {
        updates.add(training.state().iteration());
      }
      assertThat(training.history().costs()).hasSize(3);
    }
    assertThat(updates).containsExactly(3, 6, 8);
  }

  @Test
  void isClosedOnceAndGivesTheNetworkBack() {
    List<String> told = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void ended() {
            told.add("ended");
          }
        };
    FloatNetwork network = Samples.floats(4, 5, 1);
    Training training = momentum(0).epochs(9).listeners(listener).build().begin(network, DATA);
    training.step();
    training.close();
    training.close();
    assertThat(told).containsExactly("ended");
    assertThatThrownBy(training::step)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The training is closed; begin another one.");
    assertThatThrownBy(training::history).isInstanceOf(IllegalStateException.class);
    momentum(0).epochs(1).build().train(network, DATA);
  }

  @Test
  void aCallbackStopsAndItsLastWordCounts() {
    Callback stops =
        new Callback() {
          @Override
          public Verdict stepped(TrainingState state) {
            return state.iteration() == 5 ? Verdict.STOP : Verdict.GO_ON;
          }
        };
    Callback nothing = new Callback() {};
    FloatNetwork network = Samples.floats(4, 5, 1);
    FloatNetwork expected = Samples.floats(4, 5, 1);
    TrainingHistory history =
        momentum(20).epochs(4).callbacks(nothing, stops, nothing).build().train(network, DATA);
    momentum(20).iterations(5).build().train(expected, DATA);
    assertThat(network.parameters()).containsExactly(expected.parameters());
    assertThat(history.ending()).isEqualTo(Ending.CALLBACK);
    assertThat(history.iterations()).isEqualTo(5);
    assertThat(history.size()).isEqualTo(2);
    assertThat(history.samplesSeen()).isEqualTo(50 + 40);
    assertThat(history).asString().contains("5 updates").contains("stopped by a callback");
  }

  @Test
  void aStopWithinAnEpochLeavesAnEntryForIt() {
    List<Double> costs = new ArrayList<>();
    List<Double> entries = new ArrayList<>();
    List<Integer> first = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepped(int iteration, double cost) {
            costs.add(cost);
          }

          @Override
          public void recorded(int iteration, double cost) {
            first.add(iteration);
            entries.add(cost);
          }
        };
    for (int limit = 1; limit <= 6; limit++) {
      costs.clear();
      entries.clear();
      first.clear();
      FloatNetwork network = Samples.floats(4, 5, 1);
      TrainingHistory history =
          momentum(20)
              .epochs(9)
              .updateLimit(limit)
              .listeners(listener)
              .validation(Samples.halves(9, 4, 5))
              .build()
              .train(network, DATA);
      assertThat(history.ending()).isEqualTo(Ending.UPDATE_LIMIT);
      assertThat(history.iterations()).isEqualTo(limit);
      assertThat(history.costs()).hasSize((limit + 2) / 3).containsExactly(doubles(entries));
      assertThat(history.validationCosts()).hasSameSizeAs(history.costs());
      int from = (limit - 1) / 3 * 3;
      double expected =
          switch (limit - from) {
            case 1 -> costs.get(from);
            case 2 -> (costs.get(from) * 20 + costs.get(from + 1) * 20) / 40;
            default ->
                (costs.get(from) * 20 + costs.get(from + 1) * 20 + costs.get(from + 2) * 10) / 50;
          };
      assertThat(history.cost(history.size() - 1)).isEqualTo(expected);
      assertThat(first.getLast()).isEqualTo(from);
    }
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void aCallbackMakesNoStep() {
    List<Training> begun = new ArrayList<>();
    Callback steps =
        new Callback() {
          @Override
          public Verdict epochEnded(TrainingState state) {
            begun.getFirst().step();
            return Verdict.GO_ON;
          }
        };
    FloatNetwork network = Samples.floats(4, 5, 1);
    try (Training training = momentum(0).epochs(3).callbacks(steps).build().begin(network, DATA)) {
      begun.add(training);
      assertThatThrownBy(training::step)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("A training makes no step within a step");
      assertThat(training.ending()).isEqualTo(Ending.EXCEPTION);
      assertThat(training.step()).isFalse();
    }
  }

  @Test
  void theTimeLimitEndsIt() {
    FloatNetwork network = Samples.floats(4, 5, 1);
    TrainingHistory history =
        momentum(0)
            .iterations(Integer.MAX_VALUE)
            .timeLimit(Duration.ofNanos(1))
            .build()
            .train(network, DATA);
    assertThat(history.ending()).isEqualTo(Ending.TIME_LIMIT);
    assertThat(history.iterations()).isEqualTo(1);
    assertThatThrownBy(() -> Trainer.builder().timeLimit(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The time limit is PT0S; give more than 0.");
  }
}

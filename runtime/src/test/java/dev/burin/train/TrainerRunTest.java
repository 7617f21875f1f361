package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Sgd;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a training runs and ends: what it tells, what stops it and what it refuses. */
class TrainerRunTest {

  private static TrainerBuilder sgd(double rate) {
    return Trainer.builder().optimizer(new Sgd(rate));
  }

  @Test
  void anEpochMayBeBrokenOff() {
    Dataset data = Samples.halves(10, 4, 1);
    TrainingHistory history =
        sgd(0.5).batch(4).iterations(4).build().train(Samples.floats(4, 5, 1), data);
    assertThat(history.size()).isEqualTo(2);
    assertThat(history.iteration(1)).isEqualTo(3);
    assertThat(history.samplesSeen()).isEqualTo(14);
    assertThat(history.seconds()).isPositive();
    assertThat(history.samplesPerSecond()).isEqualTo(14 / history.seconds());
  }

  @Test
  void stopsWhenTheCostIsNoLongerFiniteAndKeepsTheBestParameters() {
    Dataset data = Samples.of(1, new float[] {1e15f, -1e15f}, 1, new float[] {1e15f, -1e15f});
    List<float[]> seen = new ArrayList<>();
    FloatNetwork network = Samples.line();
    TrainingListener copies =
        new TrainingListener() {
          @Override
          public void stepped(int iteration, double cost) {
            seen.add(network.parameters().clone());
          }
        };
    assertThatThrownBy(() -> sgd(1).iterations(50).listeners(copies).build().train(network, data))
        .isInstanceOfSatisfying(
            TrainingDivergedException.class,
            e -> {
              assertThat(e.iteration()).isEqualTo(seen.size());
              assertThat(e.cost()).isNotEqualTo(0);
              assertThat(Double.isFinite(e.cost())).isFalse();
              assertThat(e.keptIteration()).isZero();
            })
        .hasMessageContaining("column 0 runs from")
        .hasMessageNotContaining("learning rate");
    assertThat(seen).isNotEmpty();
    assertThat(network.parameters()).containsExactly(seen.getFirst());
  }

  @Test
  void noticesALastUpdateThatWentTooFar() {
    Dataset data = Samples.of(1, new float[] {1e15f}, 1, new float[] {1e15f});
    FloatNetwork network = Samples.line();
    assertThatThrownBy(() -> sgd(1e30).iterations(1).build().train(network, data))
        .isInstanceOf(TrainingDivergedException.class);
    assertThat(network.parameters()).containsOnly(0);
  }

  @Test
  void tellsItsListenersWhatHappens() {
    List<String> told = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void started(TrainingPlan plan) {
            told.add("started " + plan.iterations());
          }

          @Override
          public void stepped(int iteration, double cost) {
            told.add("stepped " + iteration);
          }

          @Override
          public void recorded(int iteration, double cost) {
            told.add("recorded " + iteration);
          }

          @Override
          public void ended() {
            told.add("ended");
          }
        };
    Dataset data = Samples.halves(4, 2, 1);
    Trainer trainer = sgd(0.1).batch(2).iterations(3).listeners(listener).build();
    trainer.train(Samples.floats(2, 2, 1), data);
    assertThat(told)
        .containsExactly(
            "started 3",
            "stepped 0",
            "stepped 1",
            "recorded 0",
            "stepped 2",
            "recorded 2",
            "ended");
  }

  @Test
  void allocatesNoArraysAfterTheFirstStep() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] allocated = new long[200];
    TrainingListener meter =
        new TrainingListener() {
          @Override
          public void stepped(int iteration, double cost) {
            allocated[iteration] = threads.getCurrentThreadAllocatedBytes();
          }
        };
    FloatNetwork network = Samples.floats(64, 64, 1);
    Dataset data = Samples.halves(40, 64, 1);
    Trainer.builder()
        .optimizer(new Momentum(0.1, 0.9))
        .batch(8)
        .iterations(200)
        .listeners(meter)
        .build()
        .train(network, data);
    double perStep = (allocated[199] - allocated[99]) / 100.0;
    assertThat(perStep).isLessThan(2048).isLessThan(network.parameters().length);
  }

  @Test
  void refusesDataThatDoNotFit() {
    Trainer trainer = sgd(0.1).iterations(1).build();
    assertThatThrownBy(() -> trainer.train(Samples.floats(3, 2, 1), Samples.xor()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The features of the data have 2 columns, but the network has 3 inputs.");
    Dataset twoTargets = Samples.of(2, new float[2], 2, new float[2]);
    assertThatThrownBy(() -> trainer.train(Samples.floats(2, 2, 1), twoTargets))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The targets of the data have 2 columns, but the network has 1 outputs.");
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    TrainerBuilder builder = Trainer.builder();
    assertThatThrownBy(() -> builder.iterations(0)).hasMessageContaining("iterations is 0");
    assertThatThrownBy(() -> builder.epochs(-1)).hasMessageContaining("epochs is -1");
    assertThatThrownBy(() -> builder.batch(-1)).hasMessageContaining("batch is -1");
    assertThatThrownBy(() -> builder.threads(0)).hasMessageContaining("threads is 0");
    assertThatThrownBy(builder::build).hasMessageContaining("needs an optimizer");
    builder.optimizer(new Sgd(1));
    assertThatThrownBy(builder::build).hasMessageContaining("needs a length");
  }
}

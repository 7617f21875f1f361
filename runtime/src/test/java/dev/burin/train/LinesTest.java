package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.network.NeuralNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.optimize.Sgd;
import dev.burin.optimize.WeightDecay;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the objects of this room say of themselves, and what they say of nothing. */
class LinesTest {

  private static final Dataset DATA = Samples.halves(100, 4, 1);

  @Test
  void aTrainerSaysAllItsSettings() {
    TrainerBuilder builder = Trainer.builder();
    assertThat(builder)
        .hasToString("TrainerBuilder[no optimizer, no length, full batch, all threads]");
    builder.optimizer(new Sgd(0.1)).iterations(1000);
    assertThat(builder.build())
        .hasToString("Trainer[Sgd[learningRate=0.1], 1000 iterations, full batch, all threads]");
    builder
        .optimizer(new Momentum(0.1, 0.9))
        .epochs(5)
        .batch(32)
        .order(Order.shuffled(7))
        .weightDecay(0.5);
    assertThat(builder.threads(2).listeners(new TrainingListener() {}).build())
        .hasToString(
            "Trainer[Momentum[learningRate=0.1, momentum=0.9], 5 epochs, batch 32, shuffled from"
                + " seed 7, weight decay 0.5, threads 2, listeners 1]");
    assertThat(builder.order((order, epoch) -> {}).toString()).contains("an order of its own");
  }

  @Test
  void aHistorySaysWhatHappened() {
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Sgd(0.5))
            .batch(30)
            .epochs(3)
            .build()
            .train(Samples.floats(4, 5, 1), DATA);
    assertThat(history.toString())
        .matches(
            "TrainingHistory\\[3 epochs, 12 updates, cost 0\\.\\d+ -> 0\\.\\d+, \\d+\\.\\d{3} s,"
                + " samples/s \\d+ on plain]");
    assertThat(history.plan()).hasToString("TrainingPlan[samples=100, batch=30, iterations=12]");
    assertThat(history.stretches()).hasSize(1);
    Stretch all = history.stretches().getFirst();
    assertThat(all.path()).isEqualTo("plain");
    assertThat(all.iterations()).isEqualTo(12);
    assertThat(all.samples()).isEqualTo(300).isEqualTo(history.samplesSeen());
    assertThat(all.seconds()).isEqualTo(history.seconds());
    assertThat(all.samplesPerSecond()).isEqualTo(history.samplesPerSecond());
  }

  @Test
  void aStopwatchTellsPathsApart() {
    Stopwatch watch = new Stopwatch(new TrainingPlan(14, 10, 3));
    watch.on("plain", 0);
    watch.add(1_000);
    watch.on("plain", 1);
    watch.add(2_000);
    watch.on("sse", 2);
    watch.add(500);
    assertThat(watch.seconds()).isEqualTo(3_500 * 1e-9);
    assertThat(watch.stretches(3))
        .containsExactly(
            new Stretch("plain", 2, 14, 3_000 * 1e-9), new Stretch("sse", 1, 10, 500 * 1e-9));
  }

  @Test
  void anEvaluationSaysItsAccuracy() {
    FloatNetwork network = Samples.line();
    network.parameter(network.layout().layer(1).weight(0, 0), 1);
    Dataset data = Samples.of(1, new float[] {0.1f, 0.9f, 0.8f}, 1, new float[] {0, 1, 0});
    assertThat(Evaluation.of(network, data))
        .hasToString("Evaluation[accuracy 0.6667: 2 of 3 right, 2 classes]");
  }

  @Test
  void anEntryThatIsNotThereIsNamed() {
    TrainingHistory history =
        Trainer.builder()
            .optimizer(new Sgd(0.5))
            .iterations(3)
            .build()
            .train(Samples.floats(4, 5, 1), DATA);
    for (int entry : new int[] {-1, 3, Integer.MAX_VALUE}) {
      String message = "The entry is " + entry + ", but the history has 3, counted from 0.";
      assertThatThrownBy(() -> history.cost(entry))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage(message);
      assertThatThrownBy(() -> history.iteration(entry)).hasMessage(message);
    }
  }

  @SuppressWarnings("NullAway") // What happens when null is passed is what this is about.
  static Stream<Runnable> nulls() {
    FloatNetwork network = Samples.floats(4, 5, 1);
    Trainer trainer = Trainer.builder().optimizer(new Sgd(0.5)).iterations(1).build();
    return Stream.of(
        () -> trainer.train((NeuralNetwork) null, DATA),
        () -> trainer.train((Engraved<?>) null, DATA),
        () -> trainer.train(network, null),
        () -> Evaluation.of((NeuralNetwork) null, DATA),
        () -> Evaluation.of((Engraved<?>) null, DATA),
        () -> Evaluation.of(network, null),
        () -> Evaluation.cost((NeuralNetwork) null, DATA),
        () -> Evaluation.cost((Engraved<?>) null, DATA),
        () -> Evaluation.cost(network, null),
        () -> new WeightDecay(1).cost(null),
        () -> new ConsoleProgress(null, true),
        () -> Trainer.builder().optimizer(null),
        () -> Trainer.builder().order(null),
        () -> Trainer.builder().listeners((TrainingListener[]) null),
        () -> Trainer.builder().listeners((TrainingListener) null));
  }

  @ParameterizedTest
  @MethodSource("nulls")
  void nullIsToldInOurOwnWords(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(NullPointerException.class)
        .message()
        .matches("(The|A) [a-z ]+ (is|are) null.*\\.");
  }

  @Test
  void aRowWithoutAClassIsNotJudged() {
    float[] y = {1, 0, 0, 0, 1, 1};
    assertThatThrownBy(() -> Evaluation.of(three(), Samples.of(1, new float[2], 3, y)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "The targets of sample 1 name no class: columns 1 and 2 both hold 1.0");
    assertThatThrownBy(() -> Evaluation.of(three(), Samples.of(1, new float[2], 3, new float[6])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The targets of sample 0 name no class");
  }

  private static FloatNetwork three() {
    return Samples.classes(1, 3);
  }

  @Test
  void endsOfEpochsAreCounted() {
    TrainingPlan plan = new TrainingPlan(100, 30, 10);
    assertThat(List.of(plan.iterationsAfter(0), plan.iterationsAfter(1), plan.iterationsAfter(2)))
        .containsExactly(4, 8, 10);
    assertThatThrownBy(() -> plan.iterationsAfter(3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("The epoch is 3, but there are 3, counted from 0.");
    TrainingPlan longest = new TrainingPlan(3, 1, Integer.MAX_VALUE);
    assertThat(longest.iterationsAfter(longest.epochs() - 1)).isEqualTo(Integer.MAX_VALUE);
  }
}

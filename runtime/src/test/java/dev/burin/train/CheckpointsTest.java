package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.io.WeightsFile;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Adam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees of checkpoints. */
class CheckpointsTest {

  private static final Dataset DATA = Samples.halves(50, 4, 3);

  @TempDir Path directory;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private TrainerBuilder adam() {
    return Trainer.builder().optimizer(new Adam(0.01)).batch(20);
  }

  /** The example of docs/training.md. */
  @Test
  void aTrainingThatStoppedGoesOn() {
    Path folder = directory.resolve("run-1");
    FloatNetwork network = Samples.floats(4, 5, 1);
    Trainer trainer =
        Trainer.builder()
            .optimizer(new Adam(0.01))
            .batch(20)
            .epochs(30)
            .updateLimit(50) // what one run may do: a night, a slot of a cluster
            .checkpoints(Checkpoints.in(folder).everyUpdates(25).keepBest())
            .build();
    TrainingHistory first = trainer.train(network, DATA);
    TrainingHistory second = trainer.train(network, DATA); // in another process, say
    assertThat(first.ending() + ", " + second.ending())
        .isEqualTo("stopped by the update limit, complete");

    FloatNetwork expected = Samples.floats(4, 5, 1);
    TrainingHistory whole = adam().epochs(30).build().train(expected, DATA);
    assertThat(network.parameters()).containsExactly(expected.parameters());
    assertThat(second.costs()).containsExactly(whole.costs());
    assertThat(second.finalCost()).isEqualTo(whole.finalCost());
    assertThat(second.iterations()).isEqualTo(90);
    assertThat(second.seconds()).isGreaterThan(first.seconds());
    assertThat(second.stretches().stream().mapToInt(Stretch::iterations).sum()).isEqualTo(90);
  }

  @Test
  void aCompleteTrainingIsFoundCompleteAndALongerOneGoesOn() throws IOException {
    FloatNetwork network = Samples.floats(4, 5, 1);
    TrainingHistory history =
        adam().epochs(6).checkpoints(directory).restoreBest().build().train(network, DATA);
    assertThat(names())
        .containsExactly(
            "burin.lock", "update-0000000015.safetensors", "update-0000000018.safetensors");

    FloatNetwork empty = network.another();
    TrainingHistory again =
        adam().epochs(6).checkpoints(directory).restoreBest().build().train(empty, DATA);
    assertThat(empty.parameters()).containsExactly(network.parameters());
    assertThat(again.costs()).containsExactly(history.costs());
    assertThat(again.finalCost()).isEqualTo(history.finalCost());
    assertThat(again.ending()).isEqualTo(Ending.COMPLETE);

    adam().epochs(9).checkpoints(directory).restoreBest().build().train(empty, DATA);
    FloatNetwork longer = Samples.floats(4, 5, 1);
    adam().epochs(9).restoreBest().build().train(longer, DATA);
    assertThat(empty.parameters()).containsExactly(longer.parameters());
  }

  @Test
  void theBestWeightsLieBesideThem() throws IOException {
    for (int batch : new int[] {0, 20}) {
      Path folder = directory.resolve("batch" + batch);
      FloatNetwork network = Samples.floats(4, 5, 1);
      TrainingHistory history =
          adam()
              .batch(batch)
              .epochs(40)
              .validation(Samples.halves(40, 4, 8))
              .restoreBest()
              .checkpoints(Checkpoints.in(folder).keepBest().keepLast(1))
              .build()
              .train(network, DATA);
      FloatNetwork best = WeightsFile.load(folder.resolve(Checkpoints.BEST), network.another());
      assertThat(Evaluation.cost(best, Samples.halves(40, 4, 8)))
          .isEqualTo(java.util.Arrays.stream(history.validationCosts()).min().orElseThrow());
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files).hasSize(3);
      }
    }
  }

  @Test
  void aTrainingThatIsDrivenIsSavedWhenItIsAskedForAndWhenItIsClosed() throws IOException {
    Trainer trainer = adam().epochs(4).checkpoints(directory).build();
    try (Training training = trainer.begin(Samples.floats(4, 5, 1), DATA)) {
      training.step();
      training.checkpoint();
      training.checkpoint();
      assertThat(names()).containsExactly("burin.lock", "update-0000000001.safetensors");
      training.step();
    }
    assertThat(names()).contains("update-0000000002.safetensors");
    FloatNetwork network = Samples.floats(4, 5, 7);
    try (Training training = trainer.begin(network, DATA)) {
      assertThat(training.state().iteration()).isEqualTo(2);
      assertThat(training.epoch()).isTrue();
      assertThat(training.state().iteration()).isEqualTo(3);
      training.end(new IllegalStateException("killed"));
      assertThatThrownBy(training::checkpoint).hasMessageStartingWith("The training is closed");
    }
    try (Training other = adam().epochs(1).build().begin(network, DATA)) {
      assertThatThrownBy(other::checkpoint)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "A training is saved between two steps, before it is over, and if its trainer was"
                  + " given checkpoints(folder).");
    }
  }

  @Test
  void listenersHearThatItGoesOn() {
    Trainer trainer = adam().epochs(4).updateLimit(5).checkpoints(directory).build();
    trainer.train(Samples.floats(4, 5, 1), DATA);
    int[] resumed = {0};
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void resumed(TrainingState state) {
            resumed[0] = state.iteration();
          }
        };
    adam()
        .epochs(4)
        .checkpoints(directory)
        .listeners(listener)
        .build()
        .train(Samples.floats(4, 5, 1), DATA);
    assertThat(resumed[0]).isEqualTo(5);
  }

  @Test
  void aPlaceThatIsNoFolderIsToldBeforeAnythingIsTrained() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "mine");
    FloatNetwork network = Samples.floats(4, 5, 1);
    float[] before = network.parameters().clone();
    for (Path place : List.of(file, file.resolve("deep"))) {
      Trainer trainer = adam().epochs(1).checkpoints(place).build();
      assertThatThrownBy(() -> trainer.train(network, DATA))
          .isInstanceOf(UncheckedIOException.class)
          .cause()
          .hasMessageStartingWith(place + ": checkpoints cannot be written there (")
          .hasMessageEndingWith("); give another folder");
    }
    assertThat(network.parameters()).containsExactly(before);
    assertThat(file).hasContent("mine");
  }

  @Test
  void aCallbackThatSavesNullIsTold() {
    Callback nothing =
        new Callback() {
          @Override
          @SuppressWarnings("NullAway")
          public String save() {
            return null;
          }
        };
    Trainer trainer = adam().epochs(1).callbacks(nothing).checkpoints(directory).build();
    assertThatThrownBy(() -> trainer.train(Samples.floats(4, 5, 1), DATA))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("A callback saves null; give \"\" for nothing.");
  }

  @Test
  void settingsAreCheckedAndSayThemselves() {
    Checkpoints usual = Checkpoints.in(Path.of("run"));
    assertThat(usual.everyUpdates(7).keepLast(3).keepBest())
        .hasToString("Checkpoints[run, every 7 updates, last 3, best]");
    assertThat(adam().epochs(1).checkpoints(Path.of("run")).build())
        .asString()
        .endsWith("all threads, Checkpoints[run, every 1 epochs, last 2]]");
    assertThatThrownBy(() -> usual.everyEpochs(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Checkpoints after every 0 epochs and 0 updates; give 1 or more of one of them, and 0"
                + " of the other.");
    assertThatThrownBy(() -> usual.keepLast(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The number of checkpoints to keep is 0; give 1 or more, such as 2.");
    assertThatThrownBy(() -> adam().updateLimit(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The update limit is 0, not 1 or more.");
  }
}

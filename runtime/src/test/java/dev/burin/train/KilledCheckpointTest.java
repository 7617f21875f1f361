package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.file.AtomicFile;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Adam;
import dev.burin.safetensors.CheckedTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that dies while it saves, wherever that is. */
class KilledCheckpointTest {

  private static final Dataset DATA = Samples.halves(10, 2, 3);
  private static final int UPDATES = 7;

  @TempDir Path directory;

  private static Trainer trainer(Path folder, int updates) {
    return Trainer.builder()
        .optimizer(new Adam(0.05))
        .batch(4)
        .iterations(UPDATES)
        .updateLimit(updates)
        .checkpoints(Checkpoints.in(folder).everyUpdates(1).keepBest())
        .build();
  }

  private static float[] plain() {
    FloatNetwork network = Samples.floats(2, 2, 1);
    Trainer.builder()
        .optimizer(new Adam(0.05))
        .batch(4)
        .iterations(UPDATES)
        .build()
        .train(network, DATA);
    return network.parameters();
  }

  /** Each call that changes a file is a step; those that write are cut in the middle. */
  @Test
  void anyStepMayBeTheLast() throws IOException {
    float[] expected = plain();
    int steps = 0;
    boolean alive = false;
    while (!alive) {
      Path folder = directory.resolve("steps" + steps);
      DyingFiles files = new DyingFiles(steps, false);
      try {
        trainer(files.seen(folder), UPDATES).train(Samples.floats(2, 2, 1), DATA);
        alive = true;
      } catch (DyingFiles.Died e) {
        assertThat(files.left()).isNegative();
      }
      files.bury();
      FloatNetwork network = Samples.floats(2, 2, 1);
      trainer(folder, UPDATES).train(network, DATA);
      assertThat(network.parameters()).as("%s steps", steps).containsExactly(expected);
      try (Stream<Path> left = Files.list(folder)) {
        // One that was about to be removed may be left.
        assertThat(left).as("%s steps", steps).hasSizeBetween(4, 5);
      }
      steps++;
    }
    assertThat(steps).isGreaterThan(50);
  }

  /** Each byte is a step: the next checkpoint is there as a whole, or the one before. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anyByteMayBeTheLast(int last) throws IOException {
    boolean alive = false;
    for (int steps = 0; !alive; steps++) {
      Path path = Files.createDirectory(directory.resolve("bytes" + steps));
      try (CheckpointFolder folder = CheckpointFolder.open(path)) {
        folder.write(1, last, content(1));
        folder.write(2, last, content(2));
      }
      DyingFiles files = new DyingFiles(steps, true);
      try (CheckpointFolder folder = CheckpointFolder.open(files.seen(path))) {
        folder.write(3, last, content(3));
        alive = true;
      } catch (DyingFiles.Died e) {
        assertThat(files.left()).isNegative();
      }
      files.bury();
      try (CheckpointFolder folder = CheckpointFolder.open(path)) {
        CheckedTensors newest = folder.newest();
        assertThat(newest).isNotNull();
        String number = newest.text("number");
        assertThat(number).isIn(alive ? List.of("3") : List.of("2", "3"));
        assertThat(newest.doubles("numbers")).containsExactly(Integer.parseInt(number));
      }
    }
  }

  private static AtomicFile.Content content(int number) {
    StateWriter out = new StateWriter();
    out.whole("number", number);
    out.doubles("numbers", new double[] {number});
    return out::write;
  }

  @Test
  void aSecondTrainingIsKeptOut() throws IOException, InterruptedException {
    Trainer trainer = trainer(directory, 2);
    String refusal =
        "Another training writes its checkpoints into "
            + directory
            + "; wait until it is over, or give each training a folder of its own.";
    try (Training training = trainer.begin(Samples.floats(2, 2, 1), DATA)) {
      training.step();
      assertThatThrownBy(() -> trainer.begin(Samples.floats(2, 2, 1), DATA))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(refusal);
      Process other = FolderHolder.start(directory);
      assertThat(FolderHolder.line(other)).isEqualTo(refusal);
      assertThat(other.waitFor()).isZero();
    }
    Process other = FolderHolder.start(directory);
    assertThat(FolderHolder.line(other)).isEqualTo("locked");
    assertThatThrownBy(() -> trainer.begin(Samples.floats(2, 2, 1), DATA)).hasMessage(refusal);
    other.destroyForcibly().waitFor();
    trainer.train(Samples.floats(2, 2, 1), DATA);
  }

  @Test
  void anInterruptDisturbsNothing() {
    Thread.currentThread().interrupt();
    FloatNetwork network = Samples.floats(2, 2, 1);
    trainer(directory, UPDATES).train(network, DATA);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(network.parameters()).containsExactly(plain());
    assertThat(directory.resolve("update-0000000007.safetensors")).exists();
  }
}

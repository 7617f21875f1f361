package dev.burin.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.file.MalformedFileException;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.Momentum;
import dev.burin.safetensors.CheckedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints that were damaged since they were written. */
class DamagedCheckpointTest {

  private static final Dataset DATA = Samples.halves(10, 1, 3);

  /** Held, since a logger that nobody holds forgets its handlers. */
  private static final Logger LOG = Logger.getLogger("dev.burin");

  @TempDir Path directory;
  private final List<String> told = new ArrayList<>();
  private final Handler listens =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            told.add(line.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(listens);
  }

  @AfterEach
  void listenNoMore() {
    LOG.removeHandler(listens);
    LOG.setUseParentHandlers(true);
  }

  private Trainer trainer(int updates) {
    return Trainer.builder()
        .optimizer(new Momentum(0.2, 0.9))
        .batch(4)
        .iterations(8)
        .updateLimit(updates)
        .checkpoints(Checkpoints.in(directory).everyUpdates(2))
        .build();
  }

  private Path file(int update) {
    return directory.resolve("update-000000000" + update + ".safetensors");
  }

  private byte[] newest() throws IOException {
    trainer(4).train(Samples.floats(1, 2, 1), DATA);
    assertThat(file(2)).exists();
    return Files.readAllBytes(file(4));
  }

  @Test
  void cutAtAnyByteItIsPassedOver() throws IOException {
    byte[] good = newest();
    for (int length = 0; length < good.length; length++) {
      refused(Arrays.copyOf(good, length), "cut after " + length);
    }
    refused(Arrays.copyOf(good, good.length + 1), "a byte more");
    for (int length = 0; length < good.length; length += 97) {
      Files.write(file(4), Arrays.copyOf(good, length));
      try (CheckpointFolder folder = CheckpointFolder.open(directory)) {
        assertThat(folder.newest()).isNotNull();
        assertThat(folder.newest().file()).isEqualTo(file(2).toString());
      }
    }
  }

  private static void refused(byte[] bytes, String why) {
    assertThatExceptionOfType(MalformedFileException.class)
        .as(why)
        .isThrownBy(() -> CheckedReader.read("it", new ByteArrayInputStream(bytes), bytes.length))
        .withMessageStartingWith("it: ");
  }

  @Test
  void anyByteThatIsAnotherIsSeen() throws IOException {
    byte[] good = newest();
    assertThat(CheckedReader.read(file(4)).text("state.iteration")).isEqualTo("4");
    for (int at = 0; at < good.length; at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) (1 << bit);
        refused(bad, "bit " + bit + " of byte " + at);
      }
    }
  }

  @Test
  void theTrainingGoesOnFromTheOneBefore() throws IOException {
    byte[] bad = newest();
    bad[bad.length - 20] ^= 1;
    Files.write(file(4), bad);
    FloatNetwork network = Samples.floats(1, 2, 9);
    trainer(1).train(network, DATA);
    assertThat(told)
        .singleElement()
        .asString()
        .startsWith(file(4) + ": the checksum of its bytes is ")
        .endsWith("it is damaged. The training goes on from " + file(2) + ".");
    assertThat(file(3)).exists();
    assertThat(file(4)).doesNotExist();

    trainer(9).train(network, DATA);
    FloatNetwork expected = Samples.floats(1, 2, 1);
    Trainer.builder()
        .optimizer(new Momentum(0.2, 0.9))
        .batch(4)
        .iterations(8)
        .build()
        .train(expected, DATA);
    assertThat(network.parameters()).containsExactly(expected.parameters());
  }

  @Test
  void whereAllAreDamagedNothingIsBegunAnew() throws IOException {
    newest();
    Files.write(file(2), new byte[3]);
    Files.write(file(4), new byte[100]);
    FloatNetwork network = Samples.floats(1, 2, 1);
    float[] before = network.parameters().clone();
    assertThatThrownBy(() -> trainer(1).train(network, DATA))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseInstanceOf(MalformedFileException.class)
        .rootCause()
        .hasMessage(
            directory
                + ": none of the 2 checkpoints here is good, the newest because the header has 0 of"
                + " 100 bytes; bring a copy back, or take an empty folder to begin anew.");
    assertThat(network.parameters()).containsExactly(before);
  }
}

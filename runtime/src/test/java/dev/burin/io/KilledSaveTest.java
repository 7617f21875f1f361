package dev.burin.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.file.AtomicFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What processes leave that are killed while they save, and what those that live keep. */
class KilledSaveTest {

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void saveAGoodFile() throws IOException {
    file = directory.resolve("weights");
    WeightsFile.save(file, HalfSaver.network(0));
  }

  private List<String> temporary() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.equals("weights"))
          .toList();
    }
  }

  /** A process that has written half of a file and waits. */
  private Process half() throws IOException {
    Process process = HalfSaver.start(HalfSaver.HALF, file.toString());
    assertThat(line(process)).isEqualTo(HalfSaver.HALF);
    return process;
  }

  private static String line(Process process) throws IOException {
    BufferedReader lines = process.inputReader(UTF_8);
    return String.valueOf(lines.readLine());
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private long[] loaded() throws IOException {
    return TestNetworks.bits(WeightsFile.load(file, TestNetworks.floats(100, 100, 1)));
  }

  @Test
  void theNextSaveClearsWhatAKilledOneLeft() throws IOException, InterruptedException {
    List<Process> killed = List.of(half(), half(), half());
    for (Process process : killed) {
      kill(process);
    }
    assertThat(temporary()).hasSize(3).allMatch(name -> name.matches("\\.burin-.*\\.tmp"));
    assertThat(loaded()).isEqualTo(TestNetworks.bits(HalfSaver.network(0)));

    WeightsFile.save(file, HalfSaver.network(1));

    assertThat(temporary()).isEmpty();
    assertThat(loaded()).isEqualTo(TestNetworks.bits(HalfSaver.network(1)));
  }

  @Test
  void aSaveThatStillRunsInAnotherProcessIsLeftAlone() throws IOException, InterruptedException {
    kill(half());
    String left = temporary().get(0);
    Process running = half();
    String written =
        temporary().stream().filter(name -> !name.equals(left)).findAny().orElseThrow();

    WeightsFile.save(file, HalfSaver.network(1));

    assertThat(temporary()).containsExactly(written);
    kill(running);
    WeightsFile.save(file, HalfSaver.network(1));
    assertThat(temporary()).isEmpty();
  }

  @Test
  void aSaveThatStillRunsInThisProcessIsLeftAloneByAll() throws IOException {
    AtomicFile.replace(
        file,
        out -> {
          List<String> written = temporary();
          assertThat(written).hasSize(1);
          WeightsFile.save(file, HalfSaver.network(1));
          assertThat(temporary()).isEqualTo(written);
          // If that save had opened the file, the lock on it would be gone now.
          Process other = HalfSaver.start("saves", file.toString(), "2");
          assertThat(line(other)).isEqualTo("0");
          assertThat(line(other)).isEqualTo("1");
          assertThat(temporary()).containsAll(written);
          out.write(1);
        });
    assertThat(file).hasBinaryContent(new byte[] {1});
  }

  @Test
  void leftoversOfOtherFilesAndFilesOfOthersStay() throws IOException, InterruptedException {
    Path other = directory.resolve("other");
    Process process = HalfSaver.start(HalfSaver.HALF, other.toString());
    assertThat(line(process)).isEqualTo(HalfSaver.HALF);
    kill(process);
    Files.createFile(directory.resolve(".burin-mine.tmp"));

    WeightsFile.save(file, HalfSaver.network(1));

    assertThat(temporary()).hasSize(2).contains(".burin-mine.tmp");
    AtomicFile.replace(other, new byte[1]);
    assertThat(temporary()).containsExactlyInAnyOrder(".burin-mine.tmp", "other");
  }

  @Test
  void aProcessKilledAnywhereLeavesAGoodFile() throws IOException, InterruptedException {
    List<long[]> good =
        IntStream.range(0, 2).mapToObj(HalfSaver::network).map(TestNetworks::bits).toList();
    for (int saves = 1; saves <= 6; saves++) {
      Process process = HalfSaver.start("saves", file.toString(), "1000000");
      for (int i = 0; i < 3 * saves; i++) {
        assertThat(line(process)).isEqualTo(String.valueOf(i));
      }
      kill(process);
      assertThat(good).anyMatch(bits -> java.util.Arrays.equals(bits, loadedOrNothing()));
      assertThat(temporary()).hasSizeLessThanOrEqualTo(1);
    }
  }

  private long[] loadedOrNothing() {
    try {
      return loaded();
    } catch (IOException e) {
      return new long[0];
    }
  }

  @Test
  void threadsThatSaveOneFileAtOnceEachSucceed() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> saves =
          IntStream.range(0, 100)
              .<Future<?>>mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            WeightsFile.save(file, HalfSaver.network(i % 2));
                            return loaded();
                          }))
              .toList();
      for (Future<?> save : saves) {
        assertThat(save.get()).isNotNull();
      }
    }
    assertThat(temporary()).isEmpty();
  }
}

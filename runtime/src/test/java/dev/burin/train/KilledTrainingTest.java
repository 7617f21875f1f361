package dev.burin.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.data.Dataset;
import dev.burin.network.FloatNetwork;
import dev.burin.optimize.RmsProp;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that trains, is killed again and again, and is started again each time. */
class KilledTrainingTest {

  private static final Dataset DATA = Samples.halves(20, 3, 3);

  @TempDir Path directory;

  /** The program: it tells each update, and its parameters at the end. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) {
      TrainingListener tells =
          new TrainingListener() {
            @Override
            public void stepped(int iteration, double cost) {
              System.out.println(iteration);
            }
          };
      FloatNetwork network = Samples.floats(3, 4, 1);
      builder()
          .listeners(tells)
          .checkpoints(Checkpoints.in(Path.of(args[0])).everyUpdates(1).keepBest())
          .build()
          .train(network, DATA);
      System.out.println(text(network));
    }
  }

  private static TrainerBuilder builder() {
    return Trainer.builder().optimizer(new RmsProp(0.01).withMomentum(0.9)).batch(6).epochs(20);
  }

  private static String text(FloatNetwork network) {
    StringBuilder bits = new StringBuilder("done");
    for (float p : network.parameters()) {
      bits.append(' ').append(Float.floatToRawIntBits(p));
    }
    return bits.toString();
  }

  @Test
  void goesOnWhereItWasKilled() throws IOException, InterruptedException {
    FloatNetwork network = Samples.floats(3, 4, 1);
    builder().build().train(network, DATA);
    for (int run = 0; run < 4; run++) {
      int saved = newest();
      Process process = start();
      BufferedReader lines = process.inputReader(UTF_8);
      assertThat(lines.readLine()).isEqualTo(String.valueOf(saved));
      for (int more = 1; more <= 5 + run; more++) {
        assertThat(lines.readLine()).isEqualTo(String.valueOf(saved + more));
      }
      process.destroyForcibly().waitFor();
      assertThat(newest()).isGreaterThanOrEqualTo(saved + 5 + run);
    }
    Process process = start();
    String last = process.inputReader(UTF_8).lines().reduce("", (_, line) -> line);
    assertThat(process.waitFor()).isZero();
    assertThat(last).isEqualTo(text(network));
  }

  /** The updates after which the newest checkpoint was written. */
  private int newest() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("update-"))
          .mapToInt(name -> Integer.parseInt(name.substring(7, 17)))
          .max()
          .orElse(0);
    }
  }

  private Process start() throws IOException {
    String classPath =
        Stream.of(Program.class, Trainer.class)
            .map(KilledTrainingTest::place)
            .collect(Collectors.joining(File.pathSeparator));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            List.of(java, "-cp", classPath, Program.class.getName(), directory.toString()))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String place(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}

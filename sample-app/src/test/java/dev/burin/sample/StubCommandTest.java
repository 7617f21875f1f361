package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.io.WeightsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A weights file becomes a Python file, and NumPy computes the same with it. */
class StubCommandTest {

  @TempDir private Path directory;

  private Path weights() throws IOException {
    Path file = directory.resolve(Output.WEIGHTS);
    WeightsFile.save(file, new FiveOrEightNetwork(1L));
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "keras", "numpy"})
  void writesAFileForEachFramework(String framework) throws IOException {
    Path python = directory.resolve("net.py");
    Result result =
        Result.of(
            "stub", weights().toString(), "--framework", framework, "--out", python.toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(Files.readString(python))
        .contains("784-196-1")
        .contains("WEIGHTS = \"five-or-eight.safetensors\"");
  }

  @Test
  void printsTheFileWhereNoneIsNamed() throws IOException {
    Result result = Result.of("stub", weights().toString(), "--framework", "NUMPY");
    assertThat(result.out()).startsWith("\"\"\"The network 784-196-1 (SIGMOID, SIGMOID) in NumPy.");
  }

  @Test
  void saysWhichFrameworksThereAre() throws IOException {
    Result result = Result.of("stub", weights().toString(), "--framework", "jax");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("The framework 'jax' is none of numpy, torch, keras.");
  }

  /** Where this machine has NumPy, it loads the weights and saves them as they were. */
  @Test
  void pythonReadsAndWritesTheWeights() throws IOException, InterruptedException {
    Path weights = weights();
    Path python = directory.resolve("net.py");
    Result.of("stub", weights.toString(), "--framework", "numpy", "--out", python.toString());
    Path saved = directory.resolve("saved.safetensors");
    if (!run("-c", "import numpy").isEmpty()) {
      System.out.println("Skipped the run of a Python file: there is no python3 with NumPy here.");
      return;
    }
    String printed = run(python.toString(), weights.toString(), saved.toString());
    assertThat(printed).isEqualTo("no golden rows in the file\n");
    FiveOrEightNetwork loaded = WeightsFile.load(saved, new FiveOrEightNetwork());
    assertThat(WeightsFile.bytes(loaded)).isEqualTo(Files.readAllBytes(weights));
  }

  /** What Python prints, or why it did not run. */
  private static String run(String... args) throws InterruptedException {
    String[] command = new String[args.length + 1];
    command[0] = "python3";
    System.arraycopy(args, 0, command, 1, args.length);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "It did not end.";
      }
      return printed;
    } catch (IOException e) {
      return "It did not start.";
    }
  }
}

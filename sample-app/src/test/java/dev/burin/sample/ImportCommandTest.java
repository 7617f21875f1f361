package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.io.WeightsFile;
import dev.burin.onnx.Onnx;
import dev.burin.onnx.OnnxExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

  @TempDir private Path directory;

  private Result run(Path file, String packageName, String name) {
    return Result.of(
        "import",
        file.toString(),
        "--package",
        packageName,
        "--name",
        name,
        "--out",
        directory.resolve("main").toString());
  }

  @Test
  void anOnnxFileBecomesAnInterfaceAndWeights() throws IOException {
    FiveOrEightNetwork network = new FiveOrEightNetwork(3);
    Path file = directory.resolve("digits.onnx");
    Onnx.write(file, network, OnnxExport.standard());
    Result result = run(file, "app.models", "Digits");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("digits.onnx: ONNX opset 13, by Burin 0.1.0")
        .contains("network: 784-196-1 (SIGMOID, SIGMOID), loss BINARY_CROSS_ENTROPY, FLOAT")
        .contains("compared: the outputs for ");
    assertThat(directory.resolve("main/java/app/models/Digits.java"))
        .content()
        .contains("package app.models;", "public interface Digits {", "layers = {784, 196, 1}");
    FiveOrEightNetwork loaded =
        WeightsFile.load(
            directory.resolve("main/resources/app/models/Digits.safetensors"),
            new FiveOrEightNetwork());
    assertThat(loaded.network().parameters()).isEqualTo(network.network().parameters());
  }

  @Test
  void aRefusedFileLeavesNothingBehind() throws IOException {
    byte[] good = Onnx.bytes(new FiveOrEightNetwork(3), OnnxExport.standard());
    Path file = directory.resolve("half.onnx");
    Files.write(file, Arrays.copyOf(good, good.length / 2));
    Result result = run(file, "app", "Digits");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("sample-app: " + file + ": byte ")
        .contains("expected a whole ONNX model")
        .hasLineCount(1);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void otherFilesAndNamesAreRefusedInOneLine() throws IOException {
    Path text = Files.writeString(directory.resolve("model.txt"), "no model");
    assertThat(run(text, "app", "Digits").err())
        .startsWith("sample-app: The file " + text + " ends in none of the names that are known;")
        .hasLineCount(1);
    Path missing = directory.resolve("missing.onnx");
    assertThat(run(missing, "app", "Digits").err())
        .isEqualTo("sample-app: There is no file " + missing + "." + System.lineSeparator());
    Result name = run(text, "app", "class");
    assertThat(name.code()).isEqualTo(2);
    assertThat(name.err()).contains("The name \"class\" is no name of a Java type").hasLineCount(1);
  }
}

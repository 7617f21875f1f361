package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.interchange.ImportedModel;
import dev.burin.interchange.TypeName;
import dev.burin.io.WeightsFile;
import dev.burin.onnx.Onnx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A weights file becomes an ONNX file, from which the same weights come back. */
class ExportCommandTest {

  @TempDir private Path directory;

  private Path weights() throws IOException {
    Path file = directory.resolve(Output.WEIGHTS);
    WeightsFile.save(file, new FiveOrEightNetwork(1L));
    return file;
  }

  @Test
  void theWeightsComeBackWithTheirBits() throws IOException {
    Path onnx = directory.resolve("five-or-eight.onnx");
    Result result = Result.of("export", weights().toString(), "--out", onnx.toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    ImportedModel.of(Onnx.read(onnx), new TypeName("app", "Back")).write(directory);
    FiveOrEightNetwork back =
        WeightsFile.load(
            directory.resolve("resources/app/Back.safetensors"), new FiveOrEightNetwork());
    assertThat(Arrays.equals(back.network().parameters(), parametersOf(1))).isTrue();
  }

  private static float[] parametersOf(long seed) {
    return new FiveOrEightNetwork(seed).network().parameters();
  }

  @Test
  void anOpsetThatIsNotWrittenIsRefusedBeforeAnyFile() throws IOException {
    Path onnx = directory.resolve("no.onnx");
    Result result =
        Result.of("export", weights().toString(), "--out", onnx.toString(), "--opset", "5");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("Opset 5 is not written; give 13 to ");
    assertThat(Files.exists(onnx)).isFalse();
  }

  @Test
  void weightsWithoutAnEncodingHaveNoScaling() throws IOException {
    Path onnx = directory.resolve("no.onnx");
    Result result = Result.of("export", weights().toString(), "--out", onnx.toString(), "--scaled");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("There is no encoding among the notes");
    assertThat(Files.exists(onnx)).isFalse();
  }
}

package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.data.npy.NpyArray;
import dev.burin.data.npy.Npz;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of weights alone, whose activations are stated. */
class ImportWeightsTest {

  @TempDir private Path directory;

  private Path archive() throws IOException {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("W1", NpyArray.of(new float[] {1, 2, 3, 4}, 2, 2));
    arrays.put("b1", NpyArray.of(new float[] {5, 6}, 2));
    Path file = directory.resolve("net.npz");
    try (OutputStream out = Files.newOutputStream(file)) {
      Npz.write(out, arrays);
    }
    return file;
  }

  private Result run(String... more) throws IOException {
    String[] args = new String[more.length + 8];
    String[] first = {
      "import", archive().toString(), "--package", "app", "--name", "Net", "--out", "" + directory
    };
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return Result.of(args);
  }

  @Test
  void activationsAndLayoutAreStated() throws IOException {
    Result result = run("--activations", "leaky_relu:0.2", "--layout", "pytorch");
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("net.npz: NumPy", "2-2 (LEAKY_RELU(0.2))", "note: the matrices were taken as");
    assertThat(directory.resolve("java/app/Net.java")).exists();
    assertThat(directory.resolve("resources/app/Net.safetensors")).exists();
  }

  @Test
  void whatIsMissingIsSaidInOneSentence() throws IOException {
    Result none = run("--layout", "keras");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err())
        .contains("no activations; expected one for each layer to be stated, such as relu,softmax.")
        .hasLineCount(1);
    Result layout = run("--activations", "relu");
    assertThat(layout.code()).isEqualTo(1);
    assertThat(layout.err()).contains("its matrices might lie both ways");
    assertThat(directory.resolve("java")).doesNotExist();
  }

  @Test
  void wordsThatAreNoneAreNotUnderstood() throws IOException {
    assertThat(run("--activations", "relux").code()).isEqualTo(2);
    Result layout = run("--activations", "relu", "--layout", "rows");
    assertThat(layout.code()).isEqualTo(2);
    assertThat(layout.err()).contains("The layout 'rows' is neither pytorch nor keras.");
  }
}

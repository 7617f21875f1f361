package dev.burin.npz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.TestData;
import dev.burin.data.npy.NpyArray;
import dev.burin.data.npy.Npz;
import dev.burin.interchange.DenseLayer;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.StatedActivation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that NumPy saved, in each of its ways. */
class NpzCasesTest {

  private static final List<StatedActivation> STATED = StatedActivation.parse("relu,softmax");

  private static Path folder() {
    return TestData.directory("interchange").resolve("npz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "compressed",
        "positional",
        "fortran",
        "streamed-zip",
        "zip64",
        "transposed-view"
      })
  void theLayersAreThoseOfTheArrays(String name) throws IOException {
    ForeignModel model = NpzModel.read(folder().resolve(name + ".npz"), STATED);
    Map<String, NpyArray> plain = Npz.read(folder().resolve("plain.npz"));
    boolean biased = !name.equals("transposed-view");
    assertThat(model.chain().shape().widths()).isEqualTo("3-4-2");
    for (int l = 1; l <= 2; l++) {
      DenseLayer layer = model.chain().layers().get(l - 1);
      double[] bias = Objects.requireNonNull(plain.get("b" + l)).toDoubles();
      assertThat(layer.weights())
          .containsExactly(Objects.requireNonNull(plain.get("W" + l)).toDoubles());
      assertThat(layer.bias()).containsExactly(biased ? bias : new double[bias.length]);
    }
  }

  @Test
  void otherArchivesAreRefused() throws IOException {
    for (String name :
        List.of(
            "object-inside",
            "duplicate-member",
            "crc-wrong",
            "truncated",
            "not-a-zip",
            "empty-zip",
            "bomb-lying",
            "nested-zip",
            "encrypted-flag",
            "bomb-honest")) {
      Path file = folder().resolve(name + ".npz");
      assertThatThrownBy(() -> NpzModel.read(file, STATED))
          .as(name)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(file.toString());
    }
  }
}

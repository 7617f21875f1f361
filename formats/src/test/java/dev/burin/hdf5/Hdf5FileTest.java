package dev.burin.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A file is walked through: groups, arrays and attributes of texts. */
class Hdf5FileTest {

  private static final Path NAME = Path.of("small.h5");

  private static Hdf5Group root(Hdf5Writer writer) throws IOException {
    return Hdf5File.of(writer.bytes(), NAME).root();
  }

  @Test
  void findsGroupsAndArraysByPath() throws IOException {
    Hdf5Group root =
        root(
            new Hdf5Writer()
                .array("a/b/x", 4, new double[] {1, 2, 3, 4, 5, 6}, 2, 3)
                .array("a/y", 8, new double[] {Math.PI}, 1)
                .array("a/half", 2, new double[] {-0.5, 2}, 2)
                .group("a/empty"));
    Hdf5Array x = root.group("a").orElseThrow().array("b/x").orElseThrow();
    assertThat(x.shape()).containsExactly(2L, 3L);
    assertThat(x.type()).isEqualTo("float32");
    assertThat(x.doubles()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(root.array("a/y").orElseThrow().doubles()).containsExactly(Math.PI);
    assertThat(root.array("/a//half").orElseThrow().doubles()).containsExactly(-0.5, 2);
    assertThat(root.group("a").orElseThrow().names()).containsExactly("b", "y", "half", "empty");
    assertThat(root.group("a/empty").orElseThrow().names()).isEmpty();
    assertThat(root.group("a/y")).isEmpty();
    assertThat(root.group("a/z")).isEmpty();
    assertThat(root.array("a/b")).isEmpty();
    assertThat(root.array("a/z/x")).isEmpty();
  }

  @Test
  void readsTextsOfFixedAndOfVaryingLength() throws IOException {
    for (boolean varying : new boolean[] {false, true}) {
      Hdf5Writer writer = varying ? new Hdf5Writer().varyingTexts() : new Hdf5Writer();
      Hdf5Group root =
          root(
              writer
                  .texts("", "layer_names", "dense", "d\u00e9nse_10", "x")
                  .texts("g", "one", "{\"class_name\": \"Sequential\"}")
                  .texts("g", "none"));
      assertThat(root.texts("layer_names").orElseThrow())
          .containsExactly("dense", "d\u00e9nse_10", "x");
      Hdf5Group g = root.group("g").orElseThrow();
      assertThat(g.texts("one").orElseThrow()).containsExactly("{\"class_name\": \"Sequential\"}");
      assertThat(g.texts("none").orElseThrow()).isEmpty();
      assertThat(g.texts("absent")).isEmpty();
      // Asked for once more, it is the same.
      assertThat(root.texts("layer_names").orElseThrow()).hasSize(3);
    }
  }

  @Test
  void anAttributeThatSaysMoreThanItHasIsRefused() {
    Hdf5Writer writer =
        new Hdf5Writer()
            .attribute(
                "",
                "bad",
                to -> {
                  to.put((byte) 3).put((byte) 0).putShort((short) 4).putShort((short) 8);
                  to.putShort((short) 12).put((byte) 1).put(new byte[] {'b', 'a', 'd', 0});
                  to.put((byte) 0x13).put((byte) 1).put((byte) 0).put((byte) 0).putInt(1);
                  to.put((byte) 2).put((byte) 1).put((byte) 0).put((byte) 1).putLong(1L << 40);
                });
    assertThatThrownBy(() -> root(writer).texts("bad"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("has fewer texts than it says");
  }

  @Test
  void damagedFilesAreRefusedOrReadAndNothingElse() throws IOException {
    String json = String.join("", Collections.nCopies(40, "{\"name\": \"dense\"} "));
    byte[] good =
        new Hdf5Writer()
            .varyingTexts()
            .texts("", "model_config", json)
            .texts("g", "weight_names", "kernel", "bias")
            .array("g/kernel", 4, new double[12], 3, 4)
            .bytes();
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < 4_000; i++) {
      byte[] mutated = Mutants.mutate(good, random);
      try (Hdf5File file = Hdf5File.of(mutated, NAME)) {
        List<String> config = file.root().texts("model_config").orElse(List.of());
        assertThat(config.toString().length()).isLessThan(2 * good.length);
        var g = file.root().group("g");
        if (g.isPresent()) {
          g.get().texts("weight_names");
          var kernel = g.get().array("kernel");
          if (kernel.isPresent()) {
            kernel.get().doubles();
          }
        }
      } catch (MalformedFileException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(400, 3_990);
  }
}

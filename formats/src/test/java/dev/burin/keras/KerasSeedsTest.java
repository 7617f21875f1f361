package dev.burin.keras;

import static dev.burin.keras.KerasFiles.dense;
import static dev.burin.keras.KerasFiles.input;
import static dev.burin.keras.KerasFiles.layer;
import static dev.burin.keras.KerasFiles.named;
import static dev.burin.keras.KerasFiles.sequential;
import static dev.burin.keras.KerasFiles.vars;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.hdf5.Hdf5Files;
import dev.burin.hdf5.Hdf5Writer;
import dev.burin.interchange.StatedActivation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files from which fuzzing begins are those that this code writes, and all of them are read.
 */
class KerasSeedsTest {

  @TempDir private Path directory;

  private static Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new TreeMap<>();
    String model =
        sequential(
            input("3"),
            dense("a", 2, "relu"),
            layer("Dropout", "c", "\"rate\": 0.5"),
            dense("b", 1, "linear"));
    Hdf5Writer two =
        new Hdf5Writer()
            .varyingTexts()
            .texts("", "model_config", model)
            .texts("model_weights", "layer_names", "a", "b");
    named(named(two, "model_weights/", "a", 1, 3, 2), "model_weights/", "b", 3, 2, 1);
    seeds.put("keras-2", two.bytes());
    Hdf5Writer one = new Hdf5Writer().texts("", "layer_names", "a", "b");
    seeds.put("keras-1", named(named(one, "", "a", 1, 3, 2), "", "b", 3, 2, 1).bytes());
    seeds.put("keras-3", numbered().bytes());
    seeds.put("keras-archive", KerasFiles.archive(model, numbered()));
    return seeds;
  }

  private static Hdf5Writer numbered() {
    return vars(vars(new Hdf5Writer(), "dense", 1, 3, 2), "dense_1", 3, 2, 1);
  }

  /** Where one is missing, it is written below the target folder, to be looked at and moved. */
  @Test
  void theFilesAreThoseOfTheCode() throws IOException {
    Path target = Files.createDirectories(Path.of("target"));
    for (var seed : seeds().entrySet()) {
      String packed = seed.getKey() + ".h5.gz";
      if (KerasSeedsTest.class.getResource("/hdf5/" + packed) == null) {
        try (OutputStream out =
            new GZIPOutputStream(Files.newOutputStream(target.resolve(packed)))) {
          out.write(seed.getValue());
        }
      }
    }
    for (var seed : seeds().entrySet()) {
      assertThat(Hdf5Files.bytes(seed.getKey() + ".h5"))
          .as(seed.getKey())
          .isEqualTo(seed.getValue());
    }
  }

  @Test
  void theFilesAreRead() throws IOException {
    for (var seed : seeds().entrySet()) {
      boolean alone = seed.getKey().equals("keras-1") || seed.getKey().equals("keras-3");
      List<StatedActivation> stated = alone ? StatedActivation.parse("relu,identity") : List.of();
      Path file = Files.write(directory.resolve(seed.getKey()), seed.getValue());
      assertThat(Keras.read(file, stated).chain().shape().widths()).isEqualTo("3-2-1");
    }
  }
}

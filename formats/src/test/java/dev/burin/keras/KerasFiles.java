package dev.burin.keras;

import dev.burin.hdf5.Hdf5Writer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small files as versions of Keras do. */
final class KerasFiles {

  static final String KERAS_3 = "3.16.0";

  private KerasFiles() {}

  /** Numbers between -1 and 1. */
  static double[] numbers(int seed, int n) {
    return new Random(seed).doubles(n, -1, 1).map(x -> (float) x).toArray();
  }

  /** A layer of a configuration, as Keras 3 writes it. */
  static String layer(String kind, String name, String config) {
    return """
    {"module": "keras.layers", "class_name": "%s", "registered_name": null,
     "config": {"name": "%s", "trainable": true%s}}\
    """
        .formatted(kind, name, config.isEmpty() ? "" : ", " + config);
  }

  static String dense(String name, int units, String activation) {
    return layer(
        "Dense", name, "\"units\": %d, \"activation\": \"%s\"".formatted(units, activation));
  }

  static String input(String shape) {
    return layer("InputLayer", "input_layer", "\"batch_shape\": [null, " + shape + "]");
  }

  static String sequential(String... layers) {
    return """
    {"module": "keras", "class_name": "Sequential", "registered_name": null,
     "config": {"name": "sequential", "layers": [%s]}}\
    """
        .formatted(String.join(", ", layers));
  }

  /** A .keras archive. */
  static byte[] archive(String config, Hdf5Writer weights) {
    Map<String, byte[]> members = new LinkedHashMap<>();
    members.put("metadata.json", utf("{\"keras_version\": \"" + KERAS_3 + "\"}"));
    members.put("config.json", utf(config));
    members.put("model.weights.h5", weights.bytes());
    return zip(members);
  }

  static byte[] zip(Map<String, byte[]> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var member : members.entrySet()) {
        ZipEntry entry = new ZipEntry(member.getKey());
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(member.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] utf(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The variables of a Dense layer in a .weights.h5 file. */
  static Hdf5Writer vars(Hdf5Writer to, String group, int seed, int in, int out) {
    return to.array("layers/" + group + "/vars/0", 4, numbers(seed, in * out), in, out)
        .array("layers/" + group + "/vars/1", 4, numbers(seed + 1, out), out);
  }

  /** The variables of a Dense layer in an .h5 file of Keras 2. */
  static Hdf5Writer named(Hdf5Writer to, String root, String layer, int seed, int in, int out) {
    String group = root + layer;
    return to.texts(group, "weight_names", layer + "/kernel:0", layer + "/bias:0")
        .array(group + "/" + layer + "/kernel:0", 4, numbers(seed, in * out), in, out)
        .array(group + "/" + layer + "/bias:0", 4, numbers(seed + 1, out), out);
  }
}

package dev.burin.spark;

import dev.burin.file.MalformedFileException;
import dev.burin.io.WeightsFile;
import dev.burin.network.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The weights in the folder of a saved model, on any file system that Hadoop knows: a weights file
 * like any other, which notes the name of its class.
 */
final class ModelFolder {

  /** The name of the weights file in the folder. */
  static final String WEIGHTS = "weights.safetensors";

  /** The note that holds the name of the generated class. */
  private static final String CLASS = "network class";

  private ModelFolder() {}

  /** Saves weights and what lies with them. */
  static void save(String folder, WeightedClass weighted, Configuration files) throws IOException {
    Map<String, String> notes = new HashMap<>(weighted.notes());
    notes.put(CLASS, weighted.type().name());
    java.nio.file.Path local = Files.createTempFile("burin", ".safetensors");
    try {
      WeightsFile.save(local, weighted.network(), notes);
      Path target = new Path(folder, WEIGHTS);
      FileSystem system = target.getFileSystem(files);
      system.copyFromLocalFile(false, true, new Path(local.toUri()), target);
    } finally {
      Files.deleteIfExists(local);
    }
  }

  /**
   * Loads weights into a network of the class that they name.
   *
   * @throws IOException if they cannot be read, or are not those of the declaration of the class
   */
  static WeightedClass load(String folder, Configuration files) throws IOException {
    Path source = new Path(folder, WEIGHTS);
    java.nio.file.Path directory = Files.createTempDirectory("burin");
    java.nio.file.Path local = directory.resolve(WEIGHTS);
    try {
      FileSystem system = source.getFileSystem(files);
      system.copyToLocalFile(false, source, new Path(local.toUri()), true);
      Map<String, String> notes = new HashMap<>(WeightsFile.notes(local));
      String name = notes.remove(CLASS);
      if (name == null) {
        throw new MalformedFileException(
            source.toString(), "it names no class", "a model that BurinModel saved");
      }
      EngravedClass type = EngravedClass.named(name);
      NeuralNetwork network = LocalNetworks.another(type.network());
      loadInto(network, local, source, name);
      return new WeightedClass(type, network, notes);
    } finally {
      Files.deleteIfExists(local);
      Files.deleteIfExists(directory);
    }
  }

  /** Names the folder of the model in a refusal, not the copy that is read. */
  private static void loadInto(
      NeuralNetwork network, java.nio.file.Path local, Path source, String name)
      throws IOException {
    try {
      WeightsFile.load(local, network);
    } catch (MalformedFileException e) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "The model in %s cannot be loaded into the class %s here: %s",
              source.getParent(),
              name,
              String.valueOf(e.getMessage()).replace(local.toString(), WEIGHTS)),
          e);
    }
  }
}

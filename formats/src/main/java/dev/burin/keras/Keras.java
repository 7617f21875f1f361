package dev.burin.keras;

import dev.burin.file.MalformedFileException;
import dev.burin.hdf5.Hdf5File;
import dev.burin.hdf5.Hdf5Group;
import dev.burin.interchange.ForeignModel;
import dev.burin.interchange.StatedActivation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads models of Keras: {@code .keras}, {@code .h5} of Keras 1, 2 and 3, and {@code .weights.h5}.
 *
 * <p>A model is a chain of Dense layers, Sequential or functional. Activations are words, layers,
 * or layers where words usually stand; BatchNormalization, Normalization and Rescaling are folded
 * in double; Dropout and other layers that do nothing in inference are dropped; Flatten and Reshape
 * change no number. Whatever else there is, and whatever holds code, is refused with the name of
 * its layer. Nothing is ever run. The state of an optimizer, which lies in the same file, is not
 * looked at.
 *
 * <p>A file of weights alone says neither activations nor how its layers are connected. Its
 * activations are stated by the user, and its Dense layers are taken to be a chain.
 */
public final class Keras {

  private Keras() {}

  /**
   * Reads a model with all that it says about itself.
   *
   * @throws MalformedFileException if it is no such file, or the model is none that can be
   *     declared; the message names the file, the layer and the reason
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static ForeignModel read(Path file) throws IOException {
    return read(file, List.of());
  }

  /**
   * {@link #read(Path)} of a file of weights alone, or of one whose activations are to be compared
   * with what is expected.
   *
   * @param activations one for each Dense layer, or none to take those of the file
   * @throws MalformedFileException as there, and if the file says other activations
   */
  public static ForeignModel read(Path file, List<StatedActivation> activations)
      throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of a file of Keras.");
    List<StatedActivation> stated = List.copyOf(activations);
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new MalformedFileException(
          file, "this is a directory, a pipe or a device", "a .keras or .h5 file");
    }
    if (!isArchive(file)) {
      try (Hdf5File hdf = Hdf5File.open(file)) {
        return hdf5(file, Files.size(file), hdf.root(), stated);
      }
    }
    KerasArchive archive = KerasArchive.read(file);
    String name = file.toString();
    Json.Members config = JsonReader.read(name + "!config.json", archive.config());
    Json.Members metadata = JsonReader.read(name + "!metadata.json", archive.version());
    Version version = Version.of(Architecture.text(metadata.get("keras_version")));
    Path inner = Path.of(name + "!model.weights.h5");
    try (Hdf5File hdf = Hdf5File.of(archive.weights(), inner)) {
      Variables variables =
          NumberedVariables.of(name, hdf.root())
              .orElseThrow(
                  () -> new MalformedFileException(inner, "it has no layers", "a group layers"));
      return new KerasModel(file, archive.weights().length, version, stated)
          .read(config, variables);
    }
  }

  /** Whether a file begins as a ZIP archive does, or is an empty one. */
  private static boolean isArchive(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(4);
      return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] < 8;
    }
  }

  private static ForeignModel hdf5(
      Path file, long size, Hdf5Group root, List<StatedActivation> stated) throws IOException {
    String name = file.toString();
    Version version = Version.of(version(root) + version(root.group("model_weights").orElse(root)));
    KerasModel model = new KerasModel(file, size, version, stated);
    Optional<NamedVariables> named = NamedVariables.of(name, root);
    Optional<String> config =
        root.texts("model_config").filter(texts -> texts.size() == 1).map(List::getFirst);
    if (config.isPresent() && named.isPresent()) {
      return model.read(JsonReader.read(name + " (model_config)", config.get()), named.get());
    }
    if (named.isPresent()) {
      return model.weights(named.get().dense(), named.get());
    }
    Optional<NumberedVariables> numbered = NumberedVariables.of(name, root);
    if (numbered.isPresent()) {
      return model.weights(numbered.get().dense(), numbered.get());
    }
    throw new MalformedFileException(
        file,
        "this HDF5 file lists no layers of Keras",
        "one that save or save_weights of a Sequential or functional model wrote");
  }

  private static String version(Hdf5Group group) throws IOException {
    return group.texts("keras_version").map(texts -> String.join("", texts)).orElse("") + " ";
  }
}

package dev.burin.interchange;

import dev.burin.file.AtomicFile;
import dev.burin.file.MalformedFileException;
import dev.burin.io.WeightsFile;
import dev.burin.network.NeuralNetwork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What becomes of a model of another world: an interface that declares the network, its weights,
 * and a report. The weights file is written without the class that javac will generate for the
 * interface, and loads into it.
 */
public final class ImportedModel {

  private final ForeignModel model;
  private final TypeName type;
  private final NeuralNetwork network;
  private final Verification verification;

  private ImportedModel(
      ForeignModel model, TypeName type, NeuralNetwork network, Verification verification) {
    this.model = model;
    this.type = type;
    this.network = network;
    this.verification = verification;
  }

  /**
   * Makes the network of a model and compares it with the file on random inputs.
   *
   * @param type the name of the interface
   * @throws MalformedFileException if the model cannot be declared, or if the network would compute
   *     something else than the file
   */
  public static ImportedModel of(ForeignModel model, TypeName type) throws MalformedFileException {
    Objects.requireNonNull(model, "The model is null; expected what was read from a file.");
    Objects.requireNonNull(type, "The name of the interface is null.");
    NeuralNetwork network = ChainNetwork.of(model.file(), model.chain());
    return new ImportedModel(model, type, network, Verification.of(model, network));
  }

  /**
   * The network with the imported weights, over plain loops: its answers have the bits of the class
   * that javac generates.
   */
  public NeuralNetwork network() {
    return network;
  }

  /** The Java source of the interface. */
  public String source() {
    String origin = model.file() + " (" + model.format() + ")";
    return DeclarationText.of(type, network.shape(), origin, weightsName());
  }

  /** The name of the weights file, such as {@code Digits.safetensors}. */
  public String weightsName() {
    return type.name() + ".safetensors";
  }

  /** The report. */
  public ImportReport report() {
    return new ImportReport(model, network.shape(), verification);
  }

  /** Where {@link #write} puts the interface: {@code java/app/Digits.java} in the folder. */
  public Path sourceFile(Path folder) {
    return type.folder(folder.resolve("java")).resolve(type.name() + ".java");
  }

  /** Where {@link #write} puts the weights: {@code resources/app/Digits.safetensors}. */
  public Path weightsFile(Path folder) {
    return type.folder(folder.resolve("resources")).resolve(weightsName());
  }

  /**
   * Writes the interface and the weights below a folder such as {@code src/main}. Both places are
   * looked at before anything is written; each file is replaced as a whole, the weights first.
   *
   * @throws IOException if a folder cannot be made or a file cannot be written
   */
  public void write(Path folder) throws IOException {
    Objects.requireNonNull(folder, "The folder is null; expected one such as src/main.");
    Path source = sourceFile(folder);
    Path weights = weightsFile(folder);
    for (Path file : new Path[] {source, weights}) {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      AtomicFile.check(file);
    }
    byte[] text = source().getBytes(StandardCharsets.UTF_8);
    WeightsFile.save(weights, network);
    AtomicFile.replace(source, text);
  }
}

package dev.burin.io;

import dev.burin.file.MalformedFileException;
import dev.burin.kernel.Engraved;
import dev.burin.kernel.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Saves and loads the weights of a network in the safetensors format, which other tools read and
 * write too: 8 bytes of header length, a JSON header, and the numbers, little-endian.
 *
 * <p>Layer {@code l}, counted from 1, has the tensors {@code layer<l>.weight} of shape {@code
 * [out,in]}, row-major, and {@code layer<l>.bias} of shape {@code [out]}: F32 for a network of
 * floats, F64 for one of doubles. The header also names the widths, the activations and the loss; a
 * file of another tool may leave these out. A file for other activations is refused, one for
 * another loss is not, as the loss takes no part in an answer.
 *
 * <p>A saved file carries a checksum, CRC-32C, in its metadata, {@code burin.crc32c}. One that was
 * damaged since is refused, whichever byte it is; a file of another tool needs none.
 */
public final class WeightsFile {

  private WeightsFile() {}

  /**
   * Saves a generated class or a network. The bytes depend on the network alone. The file is
   * replaced as {@link AtomicFile} does: an old one stays whole until the new one is.
   *
   * @throws IllegalStateException if a parameter is not finite, if the network has no weights yet,
   *     or if another thread trains or loads it meanwhile; nothing is written
   * @throws IOException if the file cannot be written; the message names it, the reason and what to
   *     do, and an old file is left as it was
   */
  public static void save(Path file, Engraved<?> engraved) throws IOException {
    Objects.requireNonNull(engraved, "The network is null; expected the one to save.");
    NeuralNetwork network = engraved.network();
    int begun = network.beginReading();
    WeightsWriter.check(network);
    AtomicFile.replace(
        file,
        out -> {
          WeightsWriter.write(out, network);
          network.endReading(begun);
        });
  }

  /**
   * Loads weights into a generated class, as {@code WeightsFile.load(path, new
   * FiveOrEightNetwork())} does, or into a network. It is changed only once the whole file has been
   * found good. Answers that other threads compute while it is changed are refused.
   *
   * @return the same object
   * @throws MalformedFileException if the file is not one for this network, or not a weights file;
   *     the message names the file, what was found and what was expected
   * @throws IllegalStateException if another thread trains the network
   * @throws IOException if the file cannot be read
   */
  public static <E extends Engraved<?>> E load(Path file, E engraved) throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of a weights file.");
    Objects.requireNonNull(engraved, "The network is null; expected the one to load into.");
    WeightsReader.read(file, engraved.network());
    return engraved;
  }
}

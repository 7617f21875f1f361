package dev.burin.io;

import dev.burin.kernel.Engraved;
import dev.burin.kernel.NeuralNetwork;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Saves and loads the weights of a network in the safetensors format, which other tools read and
 * write too: 8 bytes of header length, a JSON header, and the numbers, little-endian.
 *
 * <p>Layer {@code l}, counted from 1, has the tensors {@code layer<l>.weight} of shape {@code
 * [out,in]}, row-major, and {@code layer<l>.bias} of shape {@code [out]}: F32 for a network of
 * floats, F64 for one of doubles. The header also names the widths, the activations and the loss; a
 * file of another tool may leave these out. A file for other activations is refused, one for
 * another loss is not, as the loss takes no part in an answer.
 */
public final class WeightsFile {

  private WeightsFile() {}

  /**
   * Saves a network. The bytes depend on the network alone. They are written to a temporary file
   * beside the target, forced to the disk, and moved into place in one step, so that an old file
   * stays whole until the new one is.
   *
   * @throws IllegalStateException if a parameter is not finite, if the network has no weights yet,
   *     or if another thread trains or loads it meanwhile; nothing is written
   * @throws IOException if the file cannot be written; an old file is left as it was
   */
  public static void save(Path file, NeuralNetwork network) throws IOException {
    int begun = network.beginReading();
    WeightsWriter.check(network);
    AtomicFile.replace(
        file,
        channel -> {
          WeightsWriter.write(channel, network);
          network.endReading(begun);
        });
  }

  /**
   * Saves the network behind a generated class, as {@link #save(Path, NeuralNetwork)} does.
   *
   * @throws IllegalStateException if a parameter is not finite, if the network has no weights yet,
   *     or if another thread trains or loads it meanwhile; nothing is written
   * @throws IOException if the file cannot be written; an old file is left as it was
   */
  public static void save(Path file, Engraved<?> engraved) throws IOException {
    save(file, engraved.network());
  }

  /**
   * Loads weights into a network, which is changed only once the whole file has been found good.
   * Answers that other threads compute while it is changed are refused.
   *
   * @return the same network
   * @throws WeightsFormatException if the file is not one for this network, or not a weights file;
   *     the message names the file, what was found and what was expected
   * @throws IllegalStateException if another thread trains the network
   * @throws IOException if the file cannot be read
   */
  public static <N extends NeuralNetwork> N load(Path file, N network) throws IOException {
    WeightsReader.read(file, network);
    return network;
  }

  /**
   * Loads weights into a generated class, as {@code WeightsFile.load(path, new
   * FiveOrEightNetwork())} does.
   *
   * @return the same object
   * @throws WeightsFormatException if the file is not one for this network, or not a weights file;
   *     the message names the file, what was found and what was expected
   * @throws IllegalStateException if another thread trains the network
   * @throws IOException if the file cannot be read
   */
  public static <E extends Engraved<?>> E load(Path file, E engraved) throws IOException {
    WeightsReader.read(file, engraved.network());
    return engraved;
  }
}

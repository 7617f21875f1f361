package dev.burin.io;

import dev.burin.file.MalformedFileException;
import dev.burin.network.CompactNetwork;
import dev.burin.network.Engraved;
import dev.burin.safetensors.Header;
import dev.burin.safetensors.TensorType;
import dev.burin.shape.NetworkShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Networks whose weights stay whole numbers of eight bits in memory, from weights files that hold
 * such numbers:
 *
 * <pre>{@code
 * WeightsFile.save(file, digits, Writing.standard().storage(StorageType.INT8));
 * CompactNetwork compact = CompactWeights.load(file, DigitsNetwork.SHAPE);
 * }</pre>
 */
public final class CompactWeights {

  private CompactWeights() {}

  /**
   * Loads a file whose weights are of type I8 with a scale for each output. Its numbers go straight
   * into the network, never through floats. It is asked for all that {@link WeightsFile#load(Path,
   * Engraved)} asks for, but golden rows are not computed.
   *
   * @param shape the network, of FLOAT; generated classes have it as {@code SHAPE}
   * @throws MalformedFileException if the file is not one for this network, not a weights file, or
   *     one with weights of another type; the message names the file, what was found and what was
   *     expected
   * @throws IllegalArgumentException if the network is one of doubles
   * @throws IOException if the file cannot be read
   */
  public static CompactNetwork load(Path file, NetworkShape shape) throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of a weights file.");
    return WeightsReader.compact(file, shape);
  }

  /**
   * {@link #load(Path, NetworkShape)} for a stream, such as a resource; it is read to its end and
   * not closed.
   *
   * @param name what it is called in messages
   */
  public static CompactNetwork load(InputStream in, String name, NetworkShape shape)
      throws IOException {
    Objects.requireNonNull(in, "The stream is null; expected one of a weights file.");
    Objects.requireNonNull(name, "The name is null; expected one for messages.");
    return WeightsReader.compact(name, in, Header.UNKNOWN, shape);
  }

  /**
   * The network that would be loaded if this one were saved with {@link StorageType#INT8}: its
   * weights are rounded, which {@link StorageCost} measures.
   *
   * @throws IllegalStateException if a parameter is not finite, or if no weights are set
   * @throws IllegalArgumentException if the network is one of doubles
   */
  public static CompactNetwork of(Engraved<?> engraved) {
    Objects.requireNonNull(engraved, "The network is null; give one.");
    NetworkShape shape = engraved.network().shape();
    byte[] bytes = WeightsFile.bytes(engraved, Writing.standard().storage(StorageType.INT8));
    try {
      return WeightsReader.compact(
          shape.widths(), new ByteArrayInputStream(bytes), bytes.length, shape);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses weights of another type: what has been widened cannot be whole numbers again. */
  static void requireWholeNumbers(String file, Place place) throws MalformedFileException {
    if (!place.slot().bias() && place.tensor().type() != TensorType.I8) {
      throw new MalformedFileException(
          file,
          place.tensor().name() + " is " + place.tensor().type(),
          "I8 with a weight_scale, as Writing.storage(StorageType.INT8) writes it; or load it as"
              + " it is with WeightsFile.load");
    }
  }
}

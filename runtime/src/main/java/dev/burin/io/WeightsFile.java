package dev.burin.io;

import dev.burin.file.AtomicFile;
import dev.burin.file.MalformedFileException;
import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Saves and loads the weights of a network in the safetensors format, which other tools read and
 * write too: 8 bytes of header length, a JSON header, and the numbers, little-endian.
 *
 * <p>Layer {@code l}, counted from 1, has the tensors {@code layer<l>.weight} of shape {@code
 * [out,in]}, row-major, and {@code layer<l>.bias} of shape {@code [out]}: F32 for a network of
 * floats, F64 for one of doubles. The header also names the widths, the activations and the loss; a
 * file of another tool may leave these out. A file for other activations is refused, one for
 * another loss is not, as the loss takes no part in an answer. {@code burin.law} is the number of
 * the law of sums at the time of saving; a file of another law is read like any other, since
 * weights do not depend on how they are summed up later.
 *
 * <p>A saved file carries a checksum, CRC-32C, in its metadata, {@code burin.crc32c}. One that was
 * damaged since is refused, whichever byte it is; a file of another tool needs none. The
 * fingerprints of parameters and declaration stand beside it, as {@link
 * dev.burin.network.Fingerprint} defines them, to tell files apart.
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
    save(file, engraved, Map.of());
  }

  /**
   * {@link #save(Path, Engraved)} with texts of one's own, which are kept in the metadata under
   * {@code burin.note.<name>} and come back from {@link #loadWithNotes}.
   *
   * @param notes texts by name, of at most 512 KiB together as JSON spells them
   * @throws IllegalArgumentException if they are longer, or a name is empty
   */
  public static void save(Path file, Engraved<?> engraved, Map<String, String> notes)
      throws IOException {
    Saving saving = new Saving(engraved, notes);
    AtomicFile.replace(file, saving::write);
  }

  /**
   * Writes the bytes of a weights file. The stream is neither flushed nor closed.
   *
   * @throws IllegalStateException as {@link #save(Path, Engraved)} says; if another thread writes
   *     the network meanwhile, part of the bytes has been written
   * @throws IOException if the stream throws it
   */
  public static void write(OutputStream out, Engraved<?> engraved) throws IOException {
    Objects.requireNonNull(out, "The stream is null; expected one to write to.");
    new Saving(engraved, Map.of()).write(out);
  }

  /**
   * The bytes of a weights file.
   *
   * @throws IllegalStateException as {@link #save(Path, Engraved)} says
   */
  public static byte[] bytes(Engraved<?> engraved) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(bytes, engraved);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
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
    loadWithNotes(file, engraved);
    return engraved;
  }

  /**
   * {@link #load(Path, Engraved)}, and what was noted when the file was saved.
   *
   * @return texts by name, none where the file has none
   */
  public static Map<String, String> loadWithNotes(Path file, Engraved<?> engraved)
      throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of a weights file.");
    return Notes.of(WeightsReader.read(file, network(engraved)));
  }

  /**
   * What was noted when a file was saved, without its weights: for whoever asks the notes which
   * network to load them into. Only the header is read, so that a damaged file is not found out
   * before it is loaded.
   *
   * @return texts by name, none where the file has none
   * @throws MalformedFileException if the file is no weights file
   * @throws IOException if the file cannot be read
   */
  public static Map<String, String> notes(Path file) throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of a weights file.");
    return Notes.of(WeightsReader.metadata(file));
  }

  /**
   * Loads weights from a stream, such as a resource of a jar:
   *
   * <pre>{@code
   * try (InputStream in = App.class.getResourceAsStream("digits.safetensors")) {
   *   WeightsFile.load(in, "digits.safetensors", new DigitsNetwork());
   * }
   * }</pre>
   *
   * <p>Reads to the end of the stream, and at most a megabyte and a kilobyte for each tensor beyond
   * what the numbers of the network take; a longer stream is refused. It is not closed.
   *
   * @param name what the bytes are called in messages
   * @return the same network
   * @throws MalformedFileException as {@link #load(Path, Engraved)} says
   * @throws IllegalStateException if another thread trains the network
   * @throws IOException if the stream throws it
   */
  public static <E extends Engraved<?>> E load(InputStream in, String name, E engraved)
      throws IOException {
    Objects.requireNonNull(name, "The name is null; expected what the stream is called.");
    Objects.requireNonNull(
        in,
        () ->
            "The stream of "
                + name
                + " is null; a resource is found beside the class that is asked for it, or, with a"
                + " slash before its name, from the root of the jar.");
    long most = WeightsReader.mostBytes(network(engraved));
    byte[] bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
    if (bytes.length > most) {
      throw new MalformedFileException(
          name, "there are more than " + most + " bytes", "at most these for this network");
    }
    return load(bytes, name, engraved);
  }

  /**
   * Loads weights from the bytes of a weights file.
   *
   * @param name what the bytes are called in messages
   * @return the same network
   * @throws MalformedFileException as {@link #load(Path, Engraved)} says
   * @throws IllegalStateException if another thread trains the network
   */
  public static <E extends Engraved<?>> E load(byte[] bytes, String name, E engraved)
      throws MalformedFileException {
    loadWithNotes(bytes, name, engraved);
    return engraved;
  }

  /**
   * {@link #load(byte[], String, Engraved)}, and what was noted when they were saved.
   *
   * @return texts by name, none where there are none
   */
  public static Map<String, String> loadWithNotes(byte[] bytes, String name, Engraved<?> engraved)
      throws MalformedFileException {
    Objects.requireNonNull(bytes, "The bytes are null; expected those of a weights file.");
    Objects.requireNonNull(name, "The name is null; expected what the bytes are called.");
    try {
      return Notes.of(
          WeightsReader.read(
              name, new ByteArrayInputStream(bytes), bytes.length, network(engraved)));
    } catch (MalformedFileException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NeuralNetwork network(Engraved<?> engraved) {
    Objects.requireNonNull(engraved, "The network is null; expected the one to load into.");
    return engraved.network();
  }
}

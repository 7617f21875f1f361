package dev.burin.io;

import dev.burin.file.AtomicFile;
import dev.burin.file.MalformedFileException;
import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import dev.burin.safetensors.Header;
import dev.burin.shape.NetworkShape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Saves and loads the weights of a network in the safetensors format, which other tools read and
 * write too: 8 bytes of header length, a JSON header, and the numbers, little-endian.
 *
 * <p><b>Written</b> are, for layer {@code l}, counted from 1, the tensors {@code layer<l>.weight}
 * of shape {@code [out,in]}, row-major, and {@code layer<l>.bias} of shape {@code [out]}: F32 for a
 * network of floats, F64 for one of doubles. {@link Writing} has other names, such as those of a
 * PyTorch module, other types, notes and golden rows. The header also names the widths, the
 * activations, the loss, and under {@code burin.law} the law of sums at the time of saving.
 *
 * <p><b>Read</b> are files of any tool. Layers are found by the tensors that end in {@code .weight}
 * or {@code .kernel}, whatever stands before that ({@code fc1}, {@code net.0}, {@code
 * module.layers.10}), and are ordered by the numbers in their names, or by their shapes where names
 * have none and one order only fits. F16, BF16 and F32 are widened without a loss; F64 is read into
 * a network of floats with {@link Reading#rounded()} only. Where no layer has biases, all are 0.
 * Whatever is left over is refused by name. A file for other activations is refused if it names
 * them, one for another loss is not, as the loss takes no part in an answer; nor is one of another
 * law, since weights do not depend on how they are summed up later.
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
    save(file, engraved, Writing.standard());
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
    save(file, engraved, Writing.standard().notes(notes));
  }

  /**
   * {@link #save(Path, Engraved)} in other words.
   *
   * @throws IllegalArgumentException if what is asked for is not for this network
   * @throws IllegalStateException also if a weight is infinite in the type of the file
   */
  public static void save(Path file, Engraved<?> engraved, Writing writing) throws IOException {
    Saving saving = new Saving(engraved, writing);
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
    write(out, engraved, Writing.standard());
  }

  /** {@link #write(OutputStream, Engraved)} in other words. */
  public static void write(OutputStream out, Engraved<?> engraved, Writing writing)
      throws IOException {
    Objects.requireNonNull(out, "The stream is null; expected one to write to.");
    new Saving(engraved, writing).write(out);
  }

  /**
   * The bytes of a weights file.
   *
   * @throws IllegalStateException as {@link #save(Path, Engraved)} says
   */
  public static byte[] bytes(Engraved<?> engraved) {
    return bytes(engraved, Writing.standard());
  }

  /** {@link #bytes(Engraved)} in other words. */
  public static byte[] bytes(Engraved<?> engraved, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(bytes, engraved, writing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Loads weights into a generated class, as {@code WeightsFile.load(path, new
   * FiveOrEightNetwork())} does, or into a network. One that has weights keeps them until the whole
   * file has been found good; one that has none reads straight into its parameters, and has none
   * again if the file turns out bad. Answers that other threads compute meanwhile are refused.
   *
   * @return the same object
   * @throws MalformedFileException if the file is not one for this network, or not a weights file;
   *     the message names the file, what was found and what was expected
   * @throws IllegalStateException if another thread trains the network
   * @throws IOException if the file cannot be read
   */
  public static <E extends Engraved<?>> E load(Path file, E engraved) throws IOException {
    return load(file, engraved, Reading.standard());
  }

  /** {@link #load(Path, Engraved)} in other words. */
  public static <E extends Engraved<?>> E load(Path file, E engraved, Reading reading)
      throws IOException {
    read(file, engraved, reading);
    return engraved;
  }

  /**
   * {@link #load(Path, Engraved)}, and what was noted when the file was saved.
   *
   * @return texts by name, none where the file has none
   */
  public static Map<String, String> loadWithNotes(Path file, Engraved<?> engraved)
      throws IOException {
    return loadWithNotes(file, engraved, Reading.standard());
  }

  /** {@link #loadWithNotes(Path, Engraved)} in other words. */
  public static Map<String, String> loadWithNotes(Path file, Engraved<?> engraved, Reading reading)
      throws IOException {
    return Notes.of(read(file, engraved, reading));
  }

  private static Map<String, String> read(Path file, Engraved<?> engraved, Reading reading)
      throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of a weights file.");
    return WeightsReader.read(file, network(engraved), given(reading));
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

  /** The golden rows of a file, if it has any; only the header is read. */
  public static Optional<GoldenRows> golden(Path file) throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of a weights file.");
    return Optional.ofNullable(GoldenText.parse(file.toString(), WeightsReader.metadata(file)));
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
   * <p>Reads to the end of the stream, and at most one byte beyond what its header says; a header
   * takes at most a megabyte and a kilobyte for each tensor. The stream is not closed.
   *
   * @param name what the bytes are called in messages
   * @return the same network
   * @throws MalformedFileException as {@link #load(Path, Engraved)} says
   * @throws IllegalStateException if another thread trains the network
   * @throws IOException if the stream throws it
   */
  public static <E extends Engraved<?>> E load(InputStream in, String name, E engraved)
      throws IOException {
    return load(in, name, engraved, Reading.standard());
  }

  /** {@link #load(InputStream, String, Engraved)} in other words. */
  public static <E extends Engraved<?>> E load(
      InputStream in, String name, E engraved, Reading reading) throws IOException {
    requireStream(in, name);
    WeightsReader.read(name, in, Header.UNKNOWN, network(engraved), given(reading));
    return engraved;
  }

  /**
   * Reads a stream to its end as {@link #load(InputStream, String, Engraved)} does, but into no
   * network: for whoever knows a shape only, such as a compiler. No memory is taken for weights.
   *
   * @throws MalformedFileException if the bytes are none for a network of this shape
   */
  public static void check(InputStream in, String name, NetworkShape shape, Reading reading)
      throws IOException {
    requireStream(in, name);
    Objects.requireNonNull(shape, "The shape is null; expected that of a network.");
    WeightsReader.check(name, in, shape, given(reading));
  }

  private static void requireStream(InputStream in, String name) {
    Objects.requireNonNull(name, "The name is null; expected what the stream is called.");
    Objects.requireNonNull(
        in,
        () ->
            "The stream of "
                + name
                + " is null; a resource is found beside the class that is asked for it, or, with a"
                + " slash before its name, from the root of the jar.");
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
    return load(bytes, name, engraved, Reading.standard());
  }

  /** {@link #load(byte[], String, Engraved)} in other words. */
  public static <E extends Engraved<?>> E load(
      byte[] bytes, String name, E engraved, Reading reading) throws MalformedFileException {
    loadWithNotes(bytes, name, engraved, reading);
    return engraved;
  }

  /**
   * {@link #load(byte[], String, Engraved, Reading)}, and what was noted when they were saved.
   *
   * @return texts by name, none where there are none
   */
  public static Map<String, String> loadWithNotes(
      byte[] bytes, String name, Engraved<?> engraved, Reading reading)
      throws MalformedFileException {
    Objects.requireNonNull(bytes, "The bytes are null; expected those of a weights file.");
    Objects.requireNonNull(name, "The name is null; expected what the bytes are called.");
    InputStream in = new ByteArrayInputStream(bytes);
    try {
      return Notes.of(
          WeightsReader.read(name, in, bytes.length, network(engraved), given(reading)));
    } catch (MalformedFileException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reading given(Reading reading) {
    return Objects.requireNonNull(reading, "The reading is null; expected Reading.standard().");
  }

  private static NeuralNetwork network(Engraved<?> engraved) {
    Objects.requireNonNull(engraved, "The network is null; expected the one to load into.");
    return engraved.network();
  }
}

package dev.burin.io;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.network.CompactNetwork;
import dev.burin.network.Filling;
import dev.burin.network.InputScaling;
import dev.burin.network.NeuralNetwork;
import dev.burin.network.ParameterSink;
import dev.burin.safetensors.Header;
import dev.burin.safetensors.WeightsInput;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a weights file: the header is understood before a number is read, and numbers go straight
 * into the network.
 */
final class WeightsReader {

  /** What the format allows, in bytes. */
  private static final int LONGEST_HEADER = 100_000_000;

  /** Room for metadata of others, so that a header cannot cost more memory than its network may. */
  private static final int FOREIGN_METADATA = 1 << 20;

  /** More than the entry of a tensor of ours takes, however it is spelled. */
  private static final int LONGEST_ENTRY = 1 << 10;

  /** The weights and biases of the most layers that a declaration may have. */
  private static final int MOST_TENSORS = 128;

  private final String file;
  private final WeightsInput in;
  private final Reading reading;

  private WeightsReader(String file, WeightsInput in, Reading reading) {
    this.file = file;
    this.in = in;
    this.reading = reading;
  }

  /** Reads a file into a network, and gives its metadata. */
  static Map<String, String> read(Path file, NeuralNetwork network, Reading reading)
      throws IOException {
    try (WeightsInput in = WeightsInput.open(file)) {
      return new WeightsReader(file.toString(), in, reading).read(network);
    }
  }

  /**
   * Reads all {@code size} bytes of a stream, which is called {@code file} in messages.
   *
   * @param size {@link Header#UNKNOWN} where nobody knows it
   */
  static Map<String, String> read(
      String file, InputStream bytes, long size, NeuralNetwork network, Reading reading)
      throws IOException {
    return new WeightsReader(file, new WeightsInput(file, bytes, size), reading).read(network);
  }

  /** Reads a file of whole numbers into a compact network. */
  static CompactNetwork compact(Path file, NetworkShape shape) throws IOException {
    try (WeightsInput in = WeightsInput.open(file)) {
      return new WeightsReader(file.toString(), in, Reading.standard()).compact(shape);
    }
  }

  /** Reads all {@code size} bytes of a stream into a compact network. */
  static CompactNetwork compact(String file, InputStream bytes, long size, NetworkShape shape)
      throws IOException {
    WeightsInput in = new WeightsInput(file, bytes, size);
    return new WeightsReader(file, in, Reading.standard()).compact(shape);
  }

  /** Reads a stream as if into a network of a shape, and gives its metadata. */
  static Map<String, String> check(
      String file, InputStream bytes, NetworkShape shape, Reading reading) throws IOException {
    WeightsInput in = new WeightsInput(file, bytes, Header.UNKNOWN);
    return new WeightsReader(file, in, reading).check(shape);
  }

  /** The metadata of a file of any network. */
  static Map<String, String> metadata(Path file) throws IOException {
    try (WeightsInput in = WeightsInput.open(file)) {
      return in.header(longestHeader(MOST_TENSORS)).metadata();
    }
  }

  private static long longestHeader(int tensors) {
    return Math.min(FOREIGN_METADATA + (long) LONGEST_ENTRY * tensors, LONGEST_HEADER);
  }

  private Map<String, String> read(NeuralNetwork network) throws IOException {
    Header header = header(network.shape());
    TensorData data = data(header, network.layout());
    InputScaling scaling = Metadata.scaling(file, header.metadata(), network.shape());
    network.fill(
        new Filling<IOException>() {
          @Override
          public void fill(ParameterSink to) throws IOException {
            verify(header, data.read(to));
          }

          @Override
          public void check(NeuralNetwork filled) throws IOException {
            GoldenRows.check(file, header.metadata(), filled, reading.goldenRows());
          }
        });
    if (scaling != null) {
      network.inputScaling(scaling);
    }
    return header.metadata();
  }

  private CompactNetwork compact(NetworkShape shape) throws IOException {
    CompactNetwork.check(shape);
    Header header = header(shape);
    ParameterLayout layout = ParameterLayout.of(shape);
    for (@Nullable Place place : Match.of(file, header, Slot.of(layout), shape, reading)) {
      if (place != null) {
        CompactWeights.requireWholeNumbers(file, place);
      }
    }
    TensorData data = data(header, layout);
    return CompactNetwork.filled(shape, to -> verify(header, data.read(to)));
  }

  private Map<String, String> check(NetworkShape shape) throws IOException {
    Header header = header(shape);
    verify(header, data(header, ParameterLayout.of(shape)).read(new Nowhere(shape.precision())));
    GoldenRows.of(file, header.metadata(), shape);
    return header.metadata();
  }

  private Header header(NetworkShape shape) throws IOException {
    Header header = in.header(longestHeader(2 * shape.layers().size()));
    String version = header.metadata().getOrDefault(Metadata.VERSION, Metadata.UNCHECKED);
    if (!version.equals(Metadata.CURRENT) && !version.equals(Metadata.UNCHECKED)) {
      throw new MalformedFileException(
          file,
          "the version of the file is \"" + Names.shown(version) + "\"",
          "version " + Metadata.CURRENT + ", or a newer release of this library to read it");
    }
    return header;
  }

  private TensorData data(Header header, ParameterLayout layout) throws MalformedFileException {
    List<Slot> slots = Slot.of(layout);
    List<@Nullable Place> places = Match.of(file, header, slots, layout.shape(), reading);
    agree(header, Metadata.WIDTHS, layout.shape());
    agree(header, Metadata.ACTIVATIONS, layout.shape());
    return new TensorData(file, in, header, places, layout.shape().precision());
  }

  /** The same weights behind other activations are another function, so they must agree. */
  private void agree(Header header, String key, NetworkShape shape) throws MalformedFileException {
    String here = Metadata.of(shape).getOrDefault(key, "");
    String there = header.metadata().getOrDefault(key, here);
    if (!there.equals(here)) {
      throw new MalformedFileException(
          file,
          String.format(Locale.ROOT, "%s is \"%s\"", key, Names.shown(there)),
          "\"" + here + "\"");
    }
  }

  /** A file of our own is as it was saved; one of another tool says nothing about that. */
  private void verify(Header header, int[] checksums) throws MalformedFileException {
    String there = header.metadata().get(Metadata.CHECKSUM);
    if (there == null) {
      boolean ours = header.metadata().keySet().stream().anyMatch(k -> k.startsWith(Metadata.OURS));
      if (ours && !Metadata.UNCHECKED.equals(header.metadata().get(Metadata.VERSION))) {
        throw new MalformedFileException(
            file,
            "the metadata has no " + Metadata.CHECKSUM,
            String.format(
                Locale.ROOT,
                "it beside other metadata that begin with %s, unless %s is %s",
                Metadata.OURS,
                Metadata.VERSION,
                Metadata.UNCHECKED));
      }
      return;
    }
    String here = Checksum.of(header.metadata(), checksums);
    if (!there.equals(here)) {
      throw new MalformedFileException(
          file,
          String.format(
              Locale.ROOT,
              "the checksum of what it holds is %s, so it was damaged or changed after saving",
              here),
          String.format(
              Locale.ROOT,
              "%s; take another copy, or, if a tool changed it on purpose, have that tool leave out"
                  + " the metadata %s*",
              Names.shown(there),
              Metadata.OURS));
    }
  }
}

package dev.burin.io;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;
import dev.burin.network.DoubleNetwork;
import dev.burin.network.FloatNetwork;
import dev.burin.network.InputScaling;
import dev.burin.network.NeuralNetwork;
import dev.burin.safetensors.Header;
import dev.burin.safetensors.Tensor;
import dev.burin.safetensors.TensorType;
import dev.burin.safetensors.WeightsInput;
import dev.burin.shape.NetworkShape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads a weights file: first all of the header, then all of the data, and only then the network.
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

  private static final int BUFFER = 1 << 16;

  private final String file;
  private final WeightsInput in;

  private WeightsReader(String file, WeightsInput in) {
    this.file = file;
    this.in = in;
  }

  /** Reads a file into a network, and gives its metadata. */
  static Map<String, String> read(Path file, NeuralNetwork network) throws IOException {
    try (WeightsInput in = WeightsInput.open(file)) {
      return new WeightsReader(file.toString(), in).read(network);
    }
  }

  /** The metadata of a file of any network. */
  static Map<String, String> metadata(Path file) throws IOException {
    try (WeightsInput in = WeightsInput.open(file)) {
      byte[] bytes = in.header(longestHeader(MOST_TENSORS));
      long data = in.size() - Long.BYTES - bytes.length;
      return Header.parse(file.toString(), bytes, data).metadata();
    }
  }

  /** The most bytes that a file of a network can have: the longest header, and its tensors. */
  static long mostBytes(NeuralNetwork network) {
    long data = network.shape().parameters() * network.shape().precision().bytes();
    return Long.BYTES + longestHeader(Slot.of(network.layout()).size()) + data;
  }

  private static long longestHeader(int tensors) {
    return Math.min(FOREIGN_METADATA + (long) LONGEST_ENTRY * tensors, LONGEST_HEADER);
  }

  /** Reads all {@code size} bytes of a stream, which is called {@code file} in messages. */
  static Map<String, String> read(String file, InputStream bytes, long size, NeuralNetwork network)
      throws IOException {
    return new WeightsReader(file, new WeightsInput(file, bytes, size)).read(network);
  }

  private Map<String, String> read(NeuralNetwork network) throws IOException {
    NetworkShape shape = network.shape();
    List<Slot> slots = Slot.of(network.layout());
    byte[] bytes = in.header(longestHeader(slots.size()));
    Header header = Header.parse(file, bytes, in.size() - Long.BYTES - bytes.length);
    Map<String, Tensor> tensors = match(header, slots, shape);
    InputScaling scaling = Metadata.scaling(file, header.metadata(), shape);
    int[] checksums = new int[slots.size()];
    switch (network) {
      case FloatNetwork floats -> {
        float[] staged = new float[network.layout().length()];
        read(slots, tensors, checksums, (at, from) -> staged[at] = from.getFloat());
        verify(header, checksums);
        floats.parameters(staged);
      }
      case DoubleNetwork doubles -> {
        double[] staged = new double[network.layout().length()];
        read(slots, tensors, checksums, (at, from) -> staged[at] = from.getDouble());
        verify(header, checksums);
        doubles.parameters(staged);
      }
    }
    if (scaling != null) {
      network.inputScaling(scaling);
    }
    return header.metadata();
  }

  /** Checks that a file is one for this network. */
  private Map<String, Tensor> match(Header header, List<Slot> slots, NetworkShape shape)
      throws MalformedFileException {
    String version = header.metadata().getOrDefault(Metadata.VERSION, Metadata.UNCHECKED);
    if (!version.equals(Metadata.CURRENT) && !version.equals(Metadata.UNCHECKED)) {
      throw new MalformedFileException(
          file,
          "the version of the file is \"" + Names.shown(version) + "\"",
          "version " + Metadata.CURRENT + ", or a newer release of this library to read it");
    }
    for (Slot slot : slots) {
      match(header.tensors().get(slot.name()), slot, shape);
    }
    if (header.tensors().size() != slots.size()) {
      List<String> names = slots.stream().map(Slot::name).toList();
      String extra =
          header.tensors().keySet().stream()
              .filter(name -> !names.contains(name))
              .findFirst()
              .orElseThrow();
      throw new MalformedFileException(
          file,
          "there is a tensor \"" + Names.shown(extra) + "\"",
          "only the weights and biases of a network " + shape.widths());
    }
    agree(header, Metadata.WIDTHS, shape);
    agree(header, Metadata.ACTIVATIONS, shape);
    return header.tensors();
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

  private void match(@Nullable Tensor tensor, Slot slot, NetworkShape shape)
      throws MalformedFileException {
    String here =
        String.format(Locale.ROOT, "layer %d expects %s", slot.layer().number(), slot.kind());
    if (tensor == null) {
      throw new MalformedFileException(
          file,
          "there is no tensor \"" + slot.name() + "\"",
          "the weights and biases of a network " + shape.widths());
    }
    if (!tensor.shape().equals(slot.shape())) {
      boolean transposed = !slot.bias() && tensor.shape().equals(slot.shape().reversed());
      throw new MalformedFileException(
          file,
          String.format(
              Locale.ROOT,
              "%s %s%s; the file has %s%s",
              here,
              brackets(slot.shape()),
              slot.bias() ? "" : " (out,in)",
              brackets(tensor.shape()),
              transposed ? ": it looks transposed" : ""),
          transposed
              ? "rows of weights for each output; transpose them when exporting"
              : "a network " + shape.widths());
    }
    TensorType type = TensorType.of(shape.precision());
    if (tensor.type() != type) {
      throw new MalformedFileException(
          file,
          String.format(Locale.ROOT, "tensor \"%s\" has the dtype %s", slot.name(), tensor.type()),
          String.format(
              Locale.ROOT,
              "%s for a network of precision %s; convert the file or declare the other precision",
              type,
              shape.precision()));
    }
  }

  private static String brackets(List<Long> shape) {
    return shape.toString().replace(" ", "");
  }

  /** Where an element goes. */
  private interface Sink {
    double take(int at, ByteBuffer buffer);
  }

  /** Reads all tensors in the order of the file, to its end, and the checksum of each. */
  private void read(List<Slot> slots, Map<String, Tensor> tensors, int[] checksums, Sink sink)
      throws IOException {
    List<Tensor> ordered = new ArrayList<>(tensors.values());
    ordered.sort(Comparator.comparingLong(Tensor::begin));
    Map<String, Integer> places = new HashMap<>();
    for (int t = 0; t < slots.size(); t++) {
      places.put(slots.get(t).name(), t);
    }
    for (Tensor tensor : ordered) {
      int t = Objects.requireNonNull(places.get(tensor.name()));
      checksums[t] = read(slots.get(t), tensor, sink);
    }
    in.requireEnd();
  }

  private int read(Slot slot, Tensor tensor, Sink sink) throws IOException {
    long left = tensor.end() - tensor.begin();
    byte[] bytes = new byte[(int) Math.min(BUFFER, left)];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    CRC32C checksum = new CRC32C();
    for (int i = 0; i < slot.elements(); i++) {
      if (!buffer.hasRemaining()) {
        int count = (int) Math.min(bytes.length, left);
        in.fill(bytes, count, "tensor \"" + slot.name() + "\"");
        checksum.update(bytes, 0, count);
        buffer.clear().limit(count);
        left -= count;
      }
      double value = sink.take(slot.at(i), buffer);
      if (!Double.isFinite(value)) {
        throw new MalformedFileException(file, slot.element(i) + " is " + value, "finite numbers");
      }
    }
    return (int) checksum.getValue();
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

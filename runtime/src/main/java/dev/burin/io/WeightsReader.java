package dev.burin.io;

import dev.burin.kernel.DoubleNetwork;
import dev.burin.kernel.FloatNetwork;
import dev.burin.kernel.NetworkShape;
import dev.burin.kernel.NeuralNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a weights file: first all of the header, then all of the data, and only then the network.
 */
final class WeightsReader {

  /** What the format allows, in bytes. */
  static final int LONGEST_HEADER = 100_000_000;

  private final Path file;
  private final SeekableByteChannel channel;

  private WeightsReader(Path file, SeekableByteChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static void read(Path file, NeuralNetwork network) throws IOException {
    if (Files.isDirectory(file)) {
      throw new WeightsFormatException(file, "this is a directory", "a weights file");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      read(file, channel, network);
    }
  }

  /** Reads what a channel gives; the path only names it. */
  static void read(Path file, SeekableByteChannel channel, NeuralNetwork network)
      throws IOException {
    new WeightsReader(file, channel).read(network);
  }

  private void read(NeuralNetwork network) throws IOException {
    long size = channel.size();
    if (size < Long.BYTES) {
      throw new WeightsFormatException(
          file, "the file has " + size + " bytes", "8 bytes of header length at least");
    }
    long length = bytes(Long.BYTES, "the length of the header").getLong();
    if (length < 0 || length > LONGEST_HEADER || length > size - Long.BYTES) {
      throw new WeightsFormatException(
          file,
          "the header has " + Long.toUnsignedString(length) + " bytes",
          "at most "
              + Math.min(LONGEST_HEADER, size - Long.BYTES)
              + ", by the format and the file");
    }
    byte[] header = bytes((int) length, "the header").array();
    long data = size - Long.BYTES - length;
    List<Slot> slots = Slot.of(network.layout());
    Map<String, Tensor> tensors = match(Header.parse(file, header, data), slots, network.shape());
    long start = Long.BYTES + length;
    switch (network) {
      case FloatNetwork floats -> {
        float[] staged = new float[network.layout().length()];
        read(slots, tensors, start, (at, buffer) -> staged[at] = buffer.getFloat());
        floats.parameters(staged);
      }
      case DoubleNetwork doubles -> {
        double[] staged = new double[network.layout().length()];
        read(slots, tensors, start, (at, buffer) -> staged[at] = buffer.getDouble());
        doubles.parameters(staged);
      }
    }
  }

  /** Checks that a file is one for this network. */
  private Map<String, Tensor> match(Header header, List<Slot> slots, NetworkShape shape)
      throws WeightsFormatException {
    String version = header.metadata().getOrDefault(Metadata.VERSION, Metadata.CURRENT);
    if (!version.equals(Metadata.CURRENT)) {
      throw new WeightsFormatException(
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
      throw new WeightsFormatException(
          file,
          "there is a tensor \"" + Names.shown(extra) + "\"",
          "only the weights and biases of a network " + shape.widths());
    }
    agree(header, Metadata.WIDTHS, shape);
    agree(header, Metadata.ACTIVATIONS, shape);
    return header.tensors();
  }

  /** The same weights behind other activations are another function, so they must agree. */
  private void agree(Header header, String key, NetworkShape shape) throws WeightsFormatException {
    String here = Metadata.of(shape).getOrDefault(key, "");
    String there = header.metadata().getOrDefault(key, here);
    if (!there.equals(here)) {
      throw new WeightsFormatException(
          file,
          String.format(Locale.ROOT, "%s is \"%s\"", key, Names.shown(there)),
          "\"" + here + "\"");
    }
  }

  private void match(@Nullable Tensor tensor, Slot slot, NetworkShape shape)
      throws WeightsFormatException {
    String here =
        String.format(Locale.ROOT, "layer %d expects %s", slot.layer().number(), slot.kind());
    if (tensor == null) {
      throw new WeightsFormatException(
          file,
          "there is no tensor \"" + slot.name() + "\"",
          "the weights and biases of a network " + shape.widths());
    }
    if (!tensor.shape().equals(slot.shape())) {
      boolean transposed = !slot.bias() && tensor.shape().equals(slot.shape().reversed());
      throw new WeightsFormatException(
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
      throw new WeightsFormatException(
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

  private void read(List<Slot> slots, Map<String, Tensor> tensors, long start, Sink sink)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    for (Slot slot : slots) {
      Tensor tensor = tensors.get(slot.name());
      if (tensor == null) {
        throw new IllegalStateException(slot.name());
      }
      channel.position(start + tensor.begin());
      buffer.limit(0);
      long left = tensor.end() - tensor.begin();
      for (int i = 0; i < slot.elements(); i++) {
        if (!buffer.hasRemaining()) {
          buffer.clear().limit((int) Math.min(buffer.capacity(), left));
          fill(buffer, "tensor \"" + slot.name() + "\"");
          left -= buffer.limit();
        }
        double value = sink.take(slot.at(i), buffer);
        if (!Double.isFinite(value)) {
          throw new WeightsFormatException(
              file, slot.element(i) + " is " + value, "finite numbers");
        }
      }
    }
  }

  private ByteBuffer bytes(int length, String what) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    fill(buffer, what);
    return buffer;
  }

  private void fill(ByteBuffer buffer, String what) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new WeightsFormatException(file, "the file ends within " + what, "all of it");
      }
    }
    buffer.flip();
  }
}

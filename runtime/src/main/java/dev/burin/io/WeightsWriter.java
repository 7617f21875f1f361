package dev.burin.io;

import dev.burin.network.NeuralNetwork;
import dev.burin.network.ParameterBytes;
import dev.burin.safetensors.Header;
import dev.burin.safetensors.JsonText;
import dev.burin.safetensors.Narrowing;
import dev.burin.safetensors.TensorType;
import dev.burin.shape.LayerLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes the bytes of a weights file: the same network gives the same bytes. */
final class WeightsWriter {

  /** The data begins at a multiple of this, so that a mapped file may be read in place. */
  private static final int ALIGNMENT = 8;

  /**
   * A tensor to be written.
   *
   * @param numbers element i
   * @param computed of what is written as the network computes with it, or null
   */
  private record Part(
      String name,
      TensorType type,
      List<Long> shape,
      int elements,
      IntToDoubleFunction numbers,
      @Nullable Slot computed) {}

  private final Stored stored;
  private final Writing writing;
  private final List<Part> parts = new ArrayList<>();
  private final ParameterBytes parameters;
  private final byte[] bytes = new byte[1 << 16];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * A writer.
   *
   * @throws IllegalArgumentException if the names are none for this network
   */
  WeightsWriter(Stored stored, Writing writing) {
    this.stored = stored;
    this.writing = writing;
    this.parameters = new ParameterBytes(stored.network());
    List<String> names = writing.names(stored.network().shape());
    List<Slot> slots = Slot.of(stored.network().layout());
    for (Slot slot : slots) {
      String name = LayerTensors.name(names.get(slot.layer().number() - 1), slot.kind());
      TensorType type = type(slot);
      boolean computed = type == TensorType.of(stored.network().shape().precision());
      parts.add(
          new Part(
              name,
              type,
              slot.shape(),
              slot.elements(),
              i -> stored.number(slot, i),
              computed ? slot : null));
    }
    for (Slot slot : slots) {
      double[] scale = stored.scales().get(slot.layer().number() - 1);
      if (!slot.bias() && scale.length > 0) {
        String name = LayerTensors.name(names.get(slot.layer().number() - 1), LayerTensors.SCALE);
        List<Long> shape = List.of((long) scale.length, 1L);
        parts.add(new Part(name, TensorType.F32, shape, scale.length, i -> scale[i], null));
      }
    }
  }

  private TensorType type(Slot slot) {
    var precision = stored.network().shape().precision();
    return slot.bias() ? stored.type().biases(precision) : stored.type().weights(precision);
  }

  /**
   * Checks that a network can be read again once it is written.
   *
   * @throws IllegalStateException if a parameter is not finite
   */
  static void check(NeuralNetwork network) {
    for (LayerLayout layer : network.layout().layers()) {
      layer.dense().forEachRun((at, length) -> check(network, layer, at, length));
    }
  }

  private static void check(NeuralNetwork network, LayerLayout layer, int at, int length) {
    for (int i = at; i < at + length; i++) {
      if (!Double.isFinite(network.parameter(i))) {
        throw notFinite(network, layer);
      }
    }
  }

  private static IllegalStateException notFinite(NeuralNetwork network, LayerLayout layer) {
    for (Slot slot : List.of(new Slot(layer, false), new Slot(layer, true))) {
      for (int i = 0; i < slot.elements(); i++) {
        double value = network.parameter(slot.at(i));
        if (!Double.isFinite(value)) {
          return new IllegalStateException(
              slot.element(i)
                  + " is "
                  + value
                  + "; only finite parameters are saved. The file is left as it was.");
        }
      }
    }
    return new IllegalStateException(
        layer + " was changed while it was saved; save a network while nobody trains it.");
  }

  /**
   * Writes the network, what the user noted about it, and golden rows if there are any.
   *
   * @throws IllegalStateException if it changes meanwhile
   */
  void write(OutputStream out, @Nullable GoldenRows golden) throws IOException {
    int[] checksums = data(OutputStream.nullOutputStream());
    byte[] header = header(metadata(golden, checksums));
    buffer.putLong(header.length);
    drain(out);
    out.write(header);
    int[] written = data(out);
    for (int t = 0; t < written.length; t++) {
      if (written[t] != checksums[t]) {
        throw new IllegalStateException(
            parts.get(t).name()
                + " was changed while it was saved; save a network while nobody trains it. The"
                + " file is left as it was.");
      }
    }
  }

  private Map<String, String> metadata(@Nullable GoldenRows golden, int[] checksums) {
    NeuralNetwork network = stored.network();
    Map<String, String> metadata = Metadata.of(network);
    writing.notes().forEach((name, text) -> metadata.put(Metadata.NOTE + name, text));
    if (golden != null) {
      metadata.putAll(GoldenText.entries(golden, network.shape().precision()));
    }
    if (writing.isForeign()) {
      metadata.put(Metadata.TOOL, Metadata.PYTORCH);
    }
    metadata.put(Metadata.CHECKSUM, Checksum.of(metadata, checksums));
    return metadata;
  }

  /** The tensors in the order of the file: the widest first, so that each is aligned. */
  private List<Part> ordered() {
    List<Part> ordered = new ArrayList<>(parts);
    ordered.sort(Comparator.comparingInt((Part each) -> each.type().bytes()).reversed());
    return ordered;
  }

  /** Writes all tensors and gives the checksum of each, in the order of the network. */
  private int[] data(OutputStream out) throws IOException {
    int[] checksums = new int[parts.size()];
    for (Part part : ordered()) {
      CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
      Slot computed = part.computed();
      if (computed != null) {
        computed(computed, checked);
      } else {
        converted(part, checked);
      }
      checksums[parts.indexOf(part)] = (int) checked.getChecksum().getValue();
    }
    return checksums;
  }

  private void computed(Slot slot, OutputStream out) throws IOException {
    ParameterBytes.Taker<IOException> taker =
        part -> out.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
    if (slot.bias()) {
      parameters.biases(slot.layer(), taker);
    } else {
      parameters.weights(slot.layer(), taker);
    }
  }

  private void converted(Part part, OutputStream out) throws IOException {
    for (int i = 0; i < part.elements(); i++) {
      if (buffer.remaining() < Double.BYTES) {
        drain(out);
      }
      Narrowing.write(part.type(), part.numbers().applyAsDouble(i), buffer);
    }
    drain(out);
  }

  /** Writes what the buffer was filled with, and empties it. */
  private void drain(OutputStream out) throws IOException {
    out.write(bytes, 0, buffer.position());
    buffer.clear();
  }

  /** The header of a file, without its length. */
  private byte[] header(Map<String, String> metadata) {
    List<String> ours = new ArrayList<>();
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      ours.add(JsonText.member(entry.getKey(), entry.getValue()));
    }
    List<String> entries = new ArrayList<>();
    entries.add(String.format(Locale.ROOT, "\"%s\":{%s}", Header.METADATA, String.join(",", ours)));
    long begin = 0;
    for (Part part : ordered()) {
      long end = begin + (long) part.elements() * part.type().bytes();
      entries.add(
          String.format(
              Locale.ROOT,
              "%s:{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}",
              JsonText.string(part.name()),
              part.type(),
              part.shape().toString().replace(" ", ""),
              begin,
              end));
      begin = end;
    }
    String text = "{" + String.join(",", entries) + "}";
    int padding = Math.floorMod(-text.length(), ALIGNMENT);
    return (text + " ".repeat(padding)).getBytes(StandardCharsets.US_ASCII);
  }
}

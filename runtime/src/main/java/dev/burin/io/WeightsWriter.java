package dev.burin.io;

import dev.burin.network.NeuralNetwork;
import dev.burin.safetensors.Header;
import dev.burin.safetensors.JsonText;
import dev.burin.safetensors.TensorType;
import dev.burin.shape.NetworkShape;
import dev.burin.shape.ParameterLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes the bytes of a weights file: the same network gives the same bytes. */
final class WeightsWriter {

  /** The data begins at a multiple of this, so that a mapped file may be read in place. */
  private static final int ALIGNMENT = 8;

  private final NeuralNetwork network;
  private final List<Slot> slots;
  private final byte[] bytes = new byte[1 << 16];
  private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

  private WeightsWriter(NeuralNetwork network) {
    this.network = network;
    slots = Slot.of(network.layout());
  }

  /**
   * Checks that a network can be read again once it is written.
   *
   * @throws IllegalStateException if a parameter is not finite
   */
  static void check(NeuralNetwork network) {
    for (Slot slot : Slot.of(network.layout())) {
      for (int i = 0; i < slot.elements(); i++) {
        double value = network.parameter(slot.at(i));
        if (!Double.isFinite(value)) {
          throw new IllegalStateException(
              slot.element(i)
                  + " is "
                  + value
                  + "; only finite parameters are saved. The file is left as it was.");
        }
      }
    }
  }

  /**
   * Writes a network and what the user noted about it.
   *
   * @throws IllegalStateException if it changes meanwhile
   */
  static void write(OutputStream out, NeuralNetwork network, Map<String, String> notes)
      throws IOException {
    new WeightsWriter(network).write(out, notes);
  }

  private void write(OutputStream out, Map<String, String> notes) throws IOException {
    int[] checksums = data(OutputStream.nullOutputStream());
    Map<String, String> metadata = Metadata.of(network);
    notes.forEach((name, text) -> metadata.put(Metadata.NOTE + name, text));
    metadata.put(Metadata.CHECKSUM, Checksum.of(metadata, checksums));
    byte[] header = header(network.shape(), network.layout(), metadata);
    buffer.putLong(header.length);
    drain(out);
    out.write(header);
    int[] written = data(out);
    for (int t = 0; t < written.length; t++) {
      if (written[t] != checksums[t]) {
        throw new IllegalStateException(
            slots.get(t).name()
                + " was changed while it was saved; save a network while nobody trains it. The"
                + " file is left as it was.");
      }
    }
  }

  /** Writes all tensors and gives the checksum of each. */
  private int[] data(OutputStream out) throws IOException {
    int[] checksums = new int[slots.size()];
    for (int t = 0; t < checksums.length; t++) {
      CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
      tensor(checked, slots.get(t));
      checksums[t] = (int) checked.getChecksum().getValue();
    }
    return checksums;
  }

  private void tensor(OutputStream out, Slot slot) throws IOException {
    for (int i = 0; i < slot.elements(); i++) {
      if (buffer.remaining() < Double.BYTES) {
        drain(out);
      }
      double value = network.parameter(slot.at(i));
      switch (network.shape().precision()) {
        case FLOAT -> buffer.putFloat((float) value);
        case DOUBLE -> buffer.putDouble(value);
      }
    }
    drain(out);
  }

  /** Writes what the buffer was filled with, and empties it. */
  private void drain(OutputStream out) throws IOException {
    out.write(bytes, 0, buffer.position());
    buffer.clear();
  }

  /** The header of a file, without its length. */
  static byte[] header(NetworkShape shape, ParameterLayout layout, Map<String, String> metadata) {
    List<String> ours = new ArrayList<>();
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      ours.add(JsonText.member(entry.getKey(), entry.getValue()));
    }
    List<String> entries = new ArrayList<>();
    entries.add(String.format(Locale.ROOT, "\"%s\":{%s}", Header.METADATA, String.join(",", ours)));
    TensorType type = TensorType.of(shape.precision());
    long begin = 0;
    for (Slot slot : Slot.of(layout)) {
      long end = begin + (long) slot.elements() * type.bytes();
      entries.add(
          String.format(
              Locale.ROOT,
              "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}",
              slot.name(),
              type,
              slot.shape().toString().replace(" ", ""),
              begin,
              end));
      begin = end;
    }
    String text = "{" + String.join(",", entries) + "}";
    int padding = Math.floorMod(-text.length(), ALIGNMENT);
    return (text + " ".repeat(padding)).getBytes(StandardCharsets.US_ASCII);
  }
}

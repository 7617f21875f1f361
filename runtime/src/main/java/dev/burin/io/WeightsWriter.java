package dev.burin.io;

import dev.burin.kernel.NeuralNetwork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the bytes of a weights file: the same network gives the same bytes. */
final class WeightsWriter {

  /** The data begins at a multiple of this, so that a mapped file may be read in place. */
  private static final int ALIGNMENT = 8;

  private WeightsWriter() {}

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

  static void write(WritableByteChannel channel, NeuralNetwork network) throws IOException {
    byte[] header = header(network);
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    drain(channel, buffer.putLong(header.length));
    drain(channel, ByteBuffer.wrap(header).position(header.length));
    for (Slot slot : Slot.of(network.layout())) {
      for (int i = 0; i < slot.elements(); i++) {
        if (buffer.remaining() < Double.BYTES) {
          drain(channel, buffer);
        }
        double value = network.parameter(slot.at(i));
        switch (network.shape().precision()) {
          case FLOAT -> buffer.putFloat((float) value);
          case DOUBLE -> buffer.putDouble(value);
        }
      }
    }
    drain(channel, buffer);
  }

  /** Writes what a buffer was filled with, and empties it. */
  private static void drain(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  private static byte[] header(NeuralNetwork network) {
    List<String> entries = new ArrayList<>();
    List<String> metadata = new ArrayList<>();
    for (Map.Entry<String, String> entry : Metadata.of(network.shape()).entrySet()) {
      // Widths and names of constants hold nothing that JSON would have escaped.
      metadata.add(String.format(Locale.ROOT, "\"%s\":\"%s\"", entry.getKey(), entry.getValue()));
    }
    entries.add(
        String.format(Locale.ROOT, "\"%s\":{%s}", Header.METADATA, String.join(",", metadata)));
    TensorType type = TensorType.of(network.shape().precision());
    long begin = 0;
    for (Slot slot : Slot.of(network.layout())) {
      long end = begin + (long) slot.elements() * type.bytes();
      String shape = slot.shape().toString().replace(" ", "");
      entries.add(
          String.format(
              Locale.ROOT,
              "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}",
              slot.name(),
              type,
              shape,
              begin,
              end));
      begin = end;
    }
    String text = "{" + String.join(",", entries) + "}";
    int padding = Math.floorMod(-text.length(), ALIGNMENT);
    return (text + " ".repeat(padding)).getBytes(StandardCharsets.US_ASCII);
  }
}

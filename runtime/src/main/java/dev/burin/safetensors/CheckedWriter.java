package dev.burin.safetensors;

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
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Writes texts and numbers as a safetensors file whose last tensor is a checksum of all bytes
 * before it, CRC-32C (RFC 3720), little-endian: a file with one wrong byte, or with up to four
 * wrong bytes in a row, is always told from a good one.
 */
public final class CheckedWriter {

  static final String CHECKSUM = "burin.crc32c";

  /** The data begin at a multiple of this, so that a mapped file may be read in place. */
  private static final int ALIGNMENT = 8;

  private static final int BUFFER = 1 << 16;

  private CheckedWriter() {}

  /**
   * Writes a file. The stream is neither flushed nor closed.
   *
   * @param texts by name
   * @param tensors each with a name of its own
   */
  public static void write(OutputStream out, Map<String, String> texts, List<Numbers> tensors)
      throws IOException {
    List<Numbers> ordered = new ArrayList<>(tensors);
    // The widest first, so that each begins at a multiple of its own size.
    ordered.sort(Comparator.comparingInt((Numbers each) -> each.type().bytes()).reversed());
    CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
    byte[] bytes = new byte[BUFFER];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = header(texts, ordered);
    buffer.putLong(header.length);
    drain(bytes, buffer, checked);
    checked.write(header);
    for (Numbers each : ordered) {
      for (int i = 0; i < each.length(); i++) {
        if (buffer.remaining() < Double.BYTES) {
          drain(bytes, buffer, checked);
        }
        each.source().put(i, buffer);
      }
    }
    drain(bytes, buffer, checked);
    buffer.putInt((int) checked.getChecksum().getValue());
    drain(bytes, buffer, out);
  }

  private static void drain(byte[] bytes, ByteBuffer buffer, OutputStream out) throws IOException {
    out.write(bytes, 0, buffer.position());
    buffer.clear();
  }

  private static byte[] header(Map<String, String> texts, List<Numbers> tensors) {
    List<String> entries = new ArrayList<>();
    entries.add(
        texts.entrySet().stream()
            .map(text -> JsonText.member(text.getKey(), text.getValue()))
            .collect(Collectors.joining(",", JsonText.string(Header.METADATA) + ":{", "}")));
    long begin = 0;
    for (Numbers each : tensors) {
      long end = begin + (long) each.length() * each.type().bytes();
      entries.add(entry(each.name(), each.type(), each.shape(), begin, end));
      begin = end;
    }
    List<Long> shape = List.of((long) Integer.BYTES);
    entries.add(entry(CHECKSUM, TensorType.U8, shape, begin, begin + Integer.BYTES));
    String text = "{" + String.join(",", entries) + "}";
    int padding = Math.floorMod(-text.length(), ALIGNMENT);
    return (text + " ".repeat(padding)).getBytes(StandardCharsets.US_ASCII);
  }

  private static String entry(
      String name, TensorType type, List<Long> shape, long begin, long end) {
    return String.format(
        Locale.ROOT,
        "%s:{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}",
        JsonText.string(name),
        type,
        shape.toString().replace(" ", ""),
        begin,
        end);
  }
}

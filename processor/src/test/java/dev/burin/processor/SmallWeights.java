package dev.burin.processor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small weights files as other tools write them. */
public final class SmallWeights {

  private SmallWeights() {}

  /**
   * The bytes of a file.
   *
   * @param tensors such as {@code fc1.weight:F32:3,4}; all numbers are 0.25, or NaN with {@code
   *     :NaN} behind
   */
  public static byte[] bytes(String... tensors) {
    List<String> entries = new ArrayList<>();
    ByteBuffer data = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    for (String tensor : tensors) {
      String[] parts = tensor.split(":", -1);
      int count = 1;
      for (String length : parts[2].split(",", -1)) {
        count *= Integer.parseInt(length);
      }
      int begin = data.position();
      for (int i = 0; i < count; i++) {
        double value = parts.length > 3 ? Double.parseDouble(parts[3]) : 0.25;
        switch (parts[1]) {
          case "F32" -> data.putFloat((float) value);
          case "F64" -> data.putDouble(value);
          case "I8" -> data.put((byte) 3);
          default -> throw new IllegalArgumentException(parts[1]);
        }
      }
      entries.add(
          String.format(
              Locale.ROOT,
              "\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}",
              parts[0],
              parts[1],
              parts[2],
              begin,
              data.position()));
    }
    byte[] header = ("{" + String.join(",", entries) + "}").getBytes(StandardCharsets.UTF_8);
    byte[] used = new byte[data.position()];
    data.get(0, used);
    return ByteBuffer.allocate(Long.BYTES + header.length + used.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .put(used)
        .array();
  }

  /** Writes a file, and the folders that it needs. */
  public static Path write(Path file, String... tensors) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.write(file, bytes(tensors));
  }
}

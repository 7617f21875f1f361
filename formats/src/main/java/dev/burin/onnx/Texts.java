package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.Map;

/** Pairs of texts, {@code StringStringEntryProto}: key 1, value 2. */
final class Texts {

  private Texts() {}

  /** Reads a pair into a map; of two with one key the later holds. */
  static void put(Map<String, String> to, Wire wire) throws MalformedFileException {
    String key = "";
    String value = "";
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> key = wire.text();
        case 2 -> value = wire.text();
        default -> wire.skip();
      }
    }
    to.put(key, value);
  }
}

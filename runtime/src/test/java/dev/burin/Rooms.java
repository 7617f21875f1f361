package dev.burin;

import java.util.List;

/** The rooms of the runtime in their order. */
final class Rooms {

  /** Each knows only those before it. */
  static final List<String> LOW_TO_HIGH =
      List.of(
          "dev.burin",
          "dev.burin.machine",
          "dev.burin.shape",
          "dev.burin.kernel",
          "dev.burin.start",
          "dev.burin.network",
          "dev.burin.file",
          "dev.burin.safetensors",
          "dev.burin.io",
          "dev.burin.data",
          "dev.burin.data.idx",
          "dev.burin.data.npy",
          "dev.burin.metric",
          "dev.burin.optimize",
          "dev.burin.train",
          "dev.burin.check",
          "dev.burin.serve");

  private Rooms() {}

  /** The rooms that one may know. */
  static List<String> below(String room) {
    int end = LOW_TO_HIGH.indexOf(room);
    if (end < 0) {
      throw new IllegalArgumentException(room + " is no room; add it to the list.");
    }
    return LOW_TO_HIGH.subList(0, end);
  }
}

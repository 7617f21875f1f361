package dev.burin.hdf5;

import com.sun.management.ThreadMXBean;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Files with damage, and what reading them must be like. */
final class Mutants {

  static final Path FILE = Path.of("mutated.h5");

  private static final List<String> CHUNKED =
      List.of("fixed", "extensible", "swapped", "tree", "single");

  /** The files that are damaged, with data sets of each that are read. */
  static final Map<String, List<String>> FILES =
      Map.of(
          "old.h5", List.of("tree", "single"),
          "new.h5", CHUNKED,
          "checked.h5", CHUNKED,
          "more.h5",
              List.of("implicit", "growing", "edges", "compact", "contiguous", "dense9", "dense3"),
          "types.h5", List.of("lei8", "bef2", "beu8"),
          "values.h5", List.of("bool", "of named", "holes", "nines", "grown", "shrunk"),
          "narrow.h5", List.of("g/x", "g/y"));

  /**
   * Four times what may be taken for the data of a small file: for the data itself, for a chunk as
   * it is unpacked and as it is put in order, and for labels twice.
   */
  private static final long MOST = 4L * Memory.SMALL + (8 << 20);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Mutants() {}

  /** The numbers of a data set, or nothing where the file is refused as it should be. */
  static Optional<double[]> read(byte[] bytes, String name) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      return Optional.of(
          Hdf5Reader.read(FILE, new MemoryChannel(bytes), name, Hdf5Reader::doubles).values());
    } catch (MalformedFileException e) {
      String message = String.valueOf(e.getMessage());
      // Read so often that assertions with all their words would take most of the time.
      if (!message.startsWith(FILE + ": ") || !message.endsWith(".") || message.contains("java.")) {
        throw new AssertionError(message, e);
      }
      return Optional.empty();
    } finally {
      long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
      if (taken > MOST) {
        throw new AssertionError("Reading " + name + " took " + taken + " bytes of memory.");
      }
    }
  }

  /** Changes, removes, repeats or inserts a few bytes, those of structures more often. */
  static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(12)) {
        case 0 -> bytes = Arrays.copyOf(bytes, Math.max(64, at));
        case 1 -> {
          int from = random.nextInt(bytes.length);
          int count = Math.min(random.nextInt(64), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, count);
        }
        case 2, 3 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0x80);
        case 4, 5 -> bytes[at] = (byte) (bytes[at] + random.nextInt(3) - 1);
        case 6 -> {
          // An address or a length that leads to another place in the file.
          int width = Math.min(8, bytes.length - at);
          Arrays.fill(bytes, at, at + width, (byte) 0);
          bytes[at] = (byte) random.nextInt(256);
          if (width > 1) {
            bytes[at + 1] = (byte) random.nextInt(32);
          }
        }
        case 7 -> bytes[at] = 0;
        default -> bytes[at] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }
}

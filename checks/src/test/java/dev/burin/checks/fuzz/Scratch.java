package dev.burin.checks.fuzz;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file, in memory where there is a place for that, for readers that take a path. */
final class Scratch {

  private static final Path SHARED_MEMORY = Path.of("/dev/shm");

  private final Path path;
  private final RandomAccessFile file;

  /** A file of this ending, which goes when the JVM ends. */
  Scratch(String suffix) {
    try {
      path =
          Files.isWritable(SHARED_MEMORY)
              ? Files.createTempFile(SHARED_MEMORY, "burin-fuzz-", suffix)
              : Files.createTempFile("burin-fuzz-", suffix);
      path.toFile().deleteOnExit();
      file = new RandomAccessFile(path.toFile(), "rw");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file with these bytes and no others. */
  Path with(byte[] bytes) throws IOException {
    file.setLength(bytes.length);
    file.seek(0);
    file.write(bytes);
    return path;
  }
}

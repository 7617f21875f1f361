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
  private int length;

  /** A file of this ending, which goes when the JVM ends. */
  Scratch(String suffix) {
    this(temporary(suffix));
  }

  /** The file of a path, which goes when the JVM ends. */
  Scratch(Path path) {
    this.path = path;
    path.toFile().deleteOnExit();
    try {
      file = new RandomAccessFile(path.toFile(), "rw");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary(String suffix) {
    try {
      return Files.createTempFile(folder(), "burin-fuzz-", suffix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where files are in memory, or else where temporary ones are. */
  static Path folder() {
    return Files.isWritable(SHARED_MEMORY)
        ? SHARED_MEMORY
        : Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** The file with these bytes and no others. */
  Path with(byte[] bytes) throws IOException {
    file.seek(0);
    file.write(bytes);
    if (bytes.length < length) {
      file.setLength(bytes.length);
    }
    length = bytes.length;
    return path;
  }
}

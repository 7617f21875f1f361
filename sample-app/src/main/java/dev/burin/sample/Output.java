package dev.burin.sample;

import dev.burin.file.AtomicFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are there whole or not at all. */
public final class Output {

  /** The name of the file of weights, where no other is given. */
  static final String WEIGHTS = "five-or-eight.safetensors";

  private Output() {}

  /**
   * Makes the directory that a file will be in and looks whether it can be written there, so that a
   * wrong name is refused before the work.
   */
  public static void prepare(Path file) throws IOException {
    Path directory = directory(file);
    try {
      Files.createDirectories(directory);
    } catch (FileSystemException e) {
      throw new IOException("The directory " + directory + " cannot be made; give another.", e);
    }
    AtomicFile.check(file);
  }

  /** Writes a file, or leaves the old one as it was. */
  public static void write(Path file, byte[] bytes) throws IOException {
    AtomicFile.replace(file, bytes);
  }

  private static Path directory(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}

package dev.burin.sample;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole or not at all. */
public final class Output {

  /** The name of the file of weights, where no other is given. */
  static final String WEIGHTS = "five-or-eight.safetensors";

  private Output() {}

  /**
   * Makes the directory that a file will be in, so that a wrong name is refused before the work.
   */
  public static void prepare(Path file) throws IOException {
    Path directory = directory(file);
    try {
      Files.createDirectories(directory);
    } catch (FileSystemException e) {
      throw new IOException("The directory " + directory + " cannot be made; give another.", e);
    }
    if (!Files.isWritable(directory)) {
      throw new IOException("The directory " + directory + " may not be written to.");
    }
    if (Files.isDirectory(file)) {
      throw new IOException("There is a directory " + file + " where a file is to be written.");
    }
  }

  /** Writes a file under another name and then gives it its own. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path fresh = Files.createTempFile(directory(file), file.getFileName() + ".", ".part");
    try {
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static Path directory(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}

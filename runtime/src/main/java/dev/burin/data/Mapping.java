package dev.burin.data;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Maps a part of a file, once it is known to be there. */
final class Mapping {

  private Mapping() {}

  /** The rows of a file of nothing else. */
  static int rows(Path file, MappedType type, int columns) throws IOException {
    requireRegular(file);
    long row = (long) columns * type.bytes();
    long size = Files.size(file);
    if (size % row != 0 || size / row > Integer.MAX_VALUE) {
      throw new MalformedFileException(
          file,
          "the file has " + size + " bytes",
          String.format(
              Locale.ROOT,
              "rows of %d bytes, which are %d elements of %d, and at most %d rows",
              row,
              columns,
              type.bytes(),
              Integer.MAX_VALUE));
    }
    return (int) (size / row);
  }

  /** The bytes of a table; they are let go of when nobody can reach them any more. */
  static MemorySegment of(Path file, MappedType type, long at, int rows, int columns)
      throws IOException {
    requireRegular(file);
    long size = Files.size(file);
    // Less than 2^65 in the worst case, so that it is divided instead of multiplied.
    long most = Math.max(0, size - at) / type.bytes() / columns;
    if (at < 0 || rows > most) {
      throw new MalformedFileException(
          file,
          "the file has " + size + " bytes",
          String.format(
              Locale.ROOT,
              "%d rows of %d elements of %d bytes from byte %d on",
              rows,
              columns,
              type.bytes(),
              at));
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long bytes = (long) rows * columns * type.bytes();
      return channel.map(FileChannel.MapMode.READ_ONLY, at, bytes, Arena.ofAuto());
    }
  }

  private static void requireRegular(Path file) throws IOException {
    Checks.given(file, "path of the file");
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new MalformedFileException(
          file, "this is a directory, a pipe or a device", "a regular file");
    }
  }
}

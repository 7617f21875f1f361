package dev.burin.data.npy;

import dev.burin.data.MappedTable;
import dev.burin.file.MalformedFileException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Reads and writes {@code .npy}, one array of NumPy: versions 1.0 to 3.0, both byte orders,
 * row-major or column-major. Arrays of objects, structures, texts, times and complex numbers are
 * refused by name; so is a file that is longer or shorter than its header says, before memory is
 * taken for it.
 */
public final class Npy {

  private static final int ALIGNMENT = 64;

  private Npy() {}

  /**
   * Reads a file.
   *
   * @throws MalformedFileException if it does not hold such an array; the message names the file,
   *     what was found and what was expected
   * @throws IOException if it cannot be read
   */
  public static NpyArray read(Path file) throws IOException {
    requireRegular(file, ".npy");
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new NpyReader(file.toString(), in, Files.size(file)).read();
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param name what they are called in messages
   */
  public static NpyArray read(byte[] bytes, String name) throws IOException {
    Objects.requireNonNull(bytes, "The bytes are null; expected those of a .npy file.");
    Objects.requireNonNull(name, "The name is null; expected what the bytes are called.");
    return new NpyReader(name, new ByteArrayInputStream(bytes), bytes.length).read();
  }

  /**
   * Maps a file whose elements are not read into memory: floats, doubles or unsigned bytes,
   * little-endian and row-major. Rows are what lies under each first index, as {@link
   * NpyArray#table()} has them. The file may be larger than memory.
   *
   * @throws MalformedFileException if it does not hold such an array; the message names the file,
   *     what was found and what was expected
   * @throws IOException if it cannot be read
   */
  public static MappedTable map(Path file) throws IOException {
    requireRegular(file, ".npy");
    long size = Files.size(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      NpyReader reader = new NpyReader(file.toString(), in, size);
      NpyHeader header = reader.header(Long.MAX_VALUE);
      return header.map(file, size - reader.left());
    }
  }

  static void requireRegular(Path file, String kind) throws IOException {
    Objects.requireNonNull(file, () -> "The path is null; expected that of a " + kind + " file.");
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such file");
    }
    if (!Files.isRegularFile(file)) {
      throw new MalformedFileException(
          file, "this is a directory, a pipe or a device", "a regular " + kind + " file");
    }
  }

  /**
   * Writes an array as version 1.0, little-endian and row-major; the same array gives the same
   * bytes. The stream is neither flushed nor closed.
   */
  public static void write(OutputStream out, NpyArray array) throws IOException {
    Objects.requireNonNull(out, "The stream is null; expected one to write to.");
    Objects.requireNonNull(array, "The array is null; expected the one to write.");
    String dictionary =
        String.format(
            Locale.ROOT,
            "{'descr': '%s', 'fortran_order': False, 'shape': %s, }",
            array.type().descr(),
            NpyHeader.shape(array.shape()));
    int before = 10;
    int padding = Math.floorMod(-(before + dictionary.length() + 1), ALIGNMENT);
    byte[] header = (dictionary + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(header.length & 255);
    out.write(header.length >>> 8);
    out.write(header);
    out.write(array.bytes());
  }
}

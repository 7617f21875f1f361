package dev.burin.data.idx;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the elements of an IDX file.
 *
 * @param type the type of an element
 * @param dimensions the lengths, the slowest first, as unsigned ints
 */
record IdxHeader(IdxType type, List<Integer> dimensions) {

  /** Copies the list. */
  IdxHeader {
    dimensions = List.copyOf(dimensions);
  }

  /** Reads the header of a file of unsigned bytes with so many dimensions. */
  static IdxHeader bytes(Path file, InputStream in, int rank, String what) throws IOException {
    byte[] magic = magic(file, in, "an IDX file of " + what);
    if (magic[0] != 0 || magic[1] != 0) {
      throw notIdx(
          file,
          magic,
          String.format(
              Locale.ROOT,
              "0x%08x, with which an IDX file of %s starts",
              IdxType.UNSIGNED_BYTE.code() << 8 | rank,
              what));
    }
    if (magic[2] != IdxType.UNSIGNED_BYTE.code()) {
      throw new MalformedFileException(
          file,
          String.format(Locale.ROOT, "the elements are of type 0x%02x", magic[2]),
          String.format(Locale.ROOT, "unsigned bytes, type 0x%02x", IdxType.UNSIGNED_BYTE.code()));
    }
    if (magic[3] != rank) {
      throw new MalformedFileException(
          file,
          "the number of dimensions is " + (magic[3] & 255),
          String.format(
              Locale.ROOT, "%d for %s; check that images and labels are not swapped", rank, what));
    }
    return new IdxHeader(IdxType.UNSIGNED_BYTE, dimensions(file, in, rank));
  }

  /** Reads the header of any file. */
  static IdxHeader any(Path file, InputStream in) throws IOException {
    byte[] magic = magic(file, in, "an IDX file");
    if (magic[0] != 0 || magic[1] != 0) {
      throw notIdx(file, magic, "two bytes of 0, the type and the number of dimensions");
    }
    @Nullable IdxType type = IdxType.of(magic[2]);
    if (type == null) {
      String known =
          Arrays.stream(IdxType.values())
              .map(t -> String.format(Locale.ROOT, "0x%02x", t.code()))
              .collect(Collectors.joining(", "));
      throw new MalformedFileException(
          file,
          String.format(Locale.ROOT, "the elements are of type 0x%02x", magic[2]),
          "one of " + known);
    }
    int rank = magic[3] & 255;
    if (rank == 0) {
      throw new MalformedFileException(file, "the number of dimensions is 0", "1 or more");
    }
    return new IdxHeader(type, dimensions(file, in, rank));
  }

  int[] toArray() {
    return dimensions.stream().mapToInt(Integer::intValue).toArray();
  }

  private static byte[] magic(Path file, InputStream in, String expected) throws IOException {
    byte[] magic = in.readNBytes(4);
    if (magic.length < 4) {
      throw new MalformedFileException(
          file,
          String.format(
              Locale.ROOT,
              "the file ends after %d bytes, within the magic number of 4 bytes",
              magic.length),
          expected);
    }
    return magic;
  }

  private static MalformedFileException notIdx(Path file, byte[] magic, String expected) {
    return new MalformedFileException(
        file,
        String.format(
            Locale.ROOT, "the magic number is 0x%08x%s", bigEndian(magic, 0), text(magic)),
        expected);
  }

  private static List<Integer> dimensions(Path file, InputStream in, int rank) throws IOException {
    byte[] sizes = in.readNBytes(4 * rank);
    if (sizes.length < 4 * rank) {
      throw new MalformedFileException(
          file,
          "the file ends within the header",
          String.format(Locale.ROOT, "a header of %d bytes", 4 + 4 * rank));
    }
    return IntStream.range(0, rank).mapToObj(i -> bigEndian(sizes, 4 * i)).toList();
  }

  /** The same bytes as text, if they are one: a web page saved as a file begins so. */
  private static String text(byte[] magic) {
    String text = new String(magic, StandardCharsets.ISO_8859_1);
    return text.chars().allMatch(c -> c >= ' ' && c <= '~') ? " (\"" + text + "\")" : "";
  }

  private static int bigEndian(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 255) << 16
        | (bytes[at + 2] & 255) << 8
        | (bytes[at + 3] & 255);
  }
}

package dev.burin.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reads IDX files of unsigned bytes, the format of MNIST: two zero bytes, the type of the elements,
 * the number of dimensions, each dimension as a big-endian int of 4 bytes, then the elements,
 * row-major. The file may be plain or compressed with gzip; its first bytes tell, not its name.
 *
 * <p>A file is refused unless it holds exactly what its header says. Nothing is allocated on the
 * word of the header alone: a plain file must have the right length first, and of a compressed one
 * no more is kept than was really unpacked, at most the declared size.
 */
public final class IdxReader {

  private static final int UNSIGNED_BYTES = 0x08;

  private IdxReader() {}

  /**
   * Reads images: three dimensions, which are the number of images, their height and their width.
   *
   * @throws MalformedDataException if the file does not hold exactly such images
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static IdxImages images(Path file) throws IOException {
    checkRegular(file);
    try (InputStream in = Files.newInputStream(file)) {
      return images(file, in, Files.size(file));
    }
  }

  /** Reads images from the {@code length} bytes of a file, wherever they are. */
  static IdxImages images(Path file, InputStream bytes, long length) throws IOException {
    try (InputStream in = unpacked(file, bytes)) {
      int[] dimensions = header(file, in, 3, "images");
      if (dimensions[1] == 0 || dimensions[2] == 0) {
        throw new MalformedDataException(
            file,
            String.format(
                Locale.ROOT,
                "The header declares images of %d x %d pixels; each side must be 1 or more.",
                dimensions[1],
                dimensions[2]));
      }
      byte[] pixels = elements(file, in, length, dimensions);
      return new IdxImages(dimensions[0], dimensions[1], dimensions[2], pixels);
    }
  }

  /**
   * Reads labels: one dimension, which is their number.
   *
   * @throws MalformedDataException if the file does not hold exactly such labels
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static Labels labels(Path file) throws IOException {
    checkRegular(file);
    try (InputStream bytes = Files.newInputStream(file);
        InputStream in = unpacked(file, bytes)) {
      int[] dimensions = header(file, in, 1, "labels");
      return Labels.ofUnsigned(elements(file, in, Files.size(file), dimensions));
    }
  }

  private static void checkRegular(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "There is no such IDX file.");
    }
    if (!Files.isRegularFile(file)) {
      throw new MalformedDataException(
          file, "This is not a regular file; an IDX file is expected.");
    }
  }

  private static InputStream unpacked(Path file, InputStream bytes) throws IOException {
    InputStream in = new BufferedInputStream(bytes);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GzipStream(file, in) : in;
  }

  /** Reads the header and checks all that can be checked without the elements. */
  private static int[] header(Path file, InputStream in, int rank, String what) throws IOException {
    byte[] magic = in.readNBytes(4);
    if (magic.length < 4) {
      throw new MalformedDataException(
          file,
          String.format(
                  Locale.ROOT,
                  "The file ends after %d bytes, within the magic number of 4 bytes; an IDX file of %s is ",
                  magic.length,
                  what)
              + "expected.");
    }
    if (magic[0] != 0 || magic[1] != 0) {
      throw new MalformedDataException(
          file,
          String.format(
              Locale.ROOT,
              "The magic number is 0x%08x, but an IDX file of %s starts with 0x%08x.",
              bigEndian(magic, 0),
              what,
              UNSIGNED_BYTES << 8 | rank));
    }
    if (magic[2] != UNSIGNED_BYTES) {
      throw new MalformedDataException(
          file,
          String.format(
              Locale.ROOT,
              "The elements are of type 0x%02x; only unsigned bytes, type 0x%02x, are read.",
              magic[2],
              UNSIGNED_BYTES));
    }
    if (magic[3] != rank) {
      throw new MalformedDataException(
          file,
          String.format(
                  Locale.ROOT,
                  "The number of dimensions is %d, but %s need %d; check that images and labels are not ",
                  magic[3] & 255,
                  what,
                  rank)
              + "swapped.");
    }
    byte[] sizes = in.readNBytes(4 * rank);
    if (sizes.length < 4 * rank) {
      throw new MalformedDataException(
          file,
          String.format(
              Locale.ROOT, "The file ends within the header, which needs %d bytes.", 4 + 4 * rank));
    }
    int[] dimensions = new int[rank];
    for (int i = 0; i < rank; i++) {
      dimensions[i] = bigEndian(sizes, 4 * i);
    }
    return dimensions;
  }

  private static byte[] elements(Path file, InputStream in, long length, int[] dimensions)
      throws IOException {
    int size = size(file, dimensions);
    byte[] elements;
    int read;
    if (in instanceof GzipStream) {
      // This method grows its result as it reads, whatever size is asked for.
      elements = in.readNBytes(size);
      read = elements.length;
    } else {
      long held = length - 4 - 4L * dimensions.length;
      if (held != size) {
        throw new MalformedDataException(
            file,
            String.format(
                Locale.ROOT,
                "The header declares %s = %d bytes, but %d follow it.",
                product(dimensions),
                size,
                held));
      }
      elements = new byte[size];
      read = in.readNBytes(elements, 0, size);
    }
    if (read < size) {
      throw new MalformedDataException(
          file,
          String.format(
              Locale.ROOT,
              "The header declares %s = %d bytes, but the file ends after %d of them.",
              product(dimensions),
              size,
              read));
    }
    if (in.read() >= 0) {
      throw new MalformedDataException(
          file,
          String.format(
              Locale.ROOT,
              "The header declares %s = %d bytes, but more follow; the file must end there.",
              product(dimensions),
              size));
    }
    return elements;
  }

  /** The product of the dimensions, if one array can hold so much. */
  private static int size(Path file, int[] dimensions) throws MalformedDataException {
    for (int dimension : dimensions) {
      if (dimension < 0) {
        throw new MalformedDataException(
            file,
            String.format(
                Locale.ROOT,
                "The header declares a dimension of %d, more than the %d that are read.",
                Integer.toUnsignedLong(dimension),
                Integer.MAX_VALUE));
      }
    }
    long size = 1;
    // From the last, so that sides of an image that are too large are seen even without images.
    for (int i = dimensions.length - 1; i >= 0; i--) {
      size *= dimensions[i];
      if (size > Integer.MAX_VALUE - 8) {
        throw new MalformedDataException(
            file,
            String.format(
                Locale.ROOT,
                "The header declares %s bytes, more than the %d that one array can hold.",
                product(dimensions),
                Integer.MAX_VALUE - 8));
      }
    }
    return (int) size;
  }

  private static String product(int[] dimensions) {
    return Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
  }

  private static int bigEndian(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 255) << 16
        | (bytes[at + 2] & 255) << 8
        | (bytes[at + 3] & 255);
  }
}

package dev.burin.data.idx;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads what follows the header of an IDX file, and takes no memory on its word alone. */
final class IdxElements {

  /** What deflate can make of one byte at most, by the limits of its codes. */
  private static final long DEFLATE = 1032;

  /** Some JVMs refuse arrays within a few elements of the largest int. */
  private static final int MOST = Integer.MAX_VALUE - 8;

  private static final int FIRST_BUFFER = 1 << 16;

  /** How many times longer each array is than the one before; the last is as long as the data. */
  private static final int GROWTH = 8;

  private IdxElements() {}

  /** Checks what a compressed file declares before it is unpacked. */
  static void check(Path file, InputStream in, long length, int[] dimensions, int width, long most)
      throws IOException {
    if (!(in instanceof GzipStream)) {
      return;
    }
    int size = size(file, dimensions, width);
    if (size > DEFLATE * length) {
      throw new MalformedFileException(
          file,
          String.format(
              Locale.ROOT,
              "the header declares %s = %d bytes, more than can be packed into the %d of the file",
              product(dimensions, width),
              size,
              length),
          "a complete gzip file");
    }
    if (size > most) {
      throw new MalformedFileException(
          file,
          String.format(
              Locale.ROOT,
              "the header declares %s = %d bytes, more than the limit of %d for a compressed file",
              product(dimensions, width),
              size,
              most),
          "a higher limit, given to IdxReader or Mnist, or an unpacked file");
    }
  }

  static byte[] read(Path file, InputStream in, long length, int[] dimensions, int width)
      throws IOException {
    int size = size(file, dimensions, width);
    byte[] elements;
    int read;
    if (in instanceof GzipStream) {
      elements = new byte[Math.min(size, FIRST_BUFFER)];
      read = in.readNBytes(elements, 0, elements.length);
      while (read == elements.length && read < size) {
        elements = Arrays.copyOf(elements, (int) Math.min(size, (long) GROWTH * read));
        read += in.readNBytes(elements, read, elements.length - read);
      }
    } else {
      long held = length - 4 - 4L * dimensions.length;
      if (held != size) {
        throw new MalformedFileException(
            file,
            String.format(
                Locale.ROOT,
                "the header declares %s = %d bytes, but %d follow it",
                product(dimensions, width),
                size,
                held),
            "the file to end with the last of them");
      }
      elements = new byte[size];
      read = in.readNBytes(elements, 0, size);
    }
    if (read < size) {
      throw new MalformedFileException(
          file,
          String.format(
              Locale.ROOT,
              "the header declares %s = %d bytes, but the file ends after %d of them",
              product(dimensions, width),
              size,
              read),
          "all of them");
    }
    if (in.read() >= 0) {
      throw new MalformedFileException(
          file,
          String.format(
              Locale.ROOT,
              "the header declares %s = %d bytes, but more follow",
              product(dimensions, width),
              size),
          "the file to end there");
    }
    return elements;
  }

  /** The bytes of all elements, if one array can hold so much. */
  private static int size(Path file, int[] dimensions, int width) throws MalformedFileException {
    for (int dimension : dimensions) {
      if (dimension < 0) {
        throw new MalformedFileException(
            file,
            String.format(
                Locale.ROOT,
                "the header declares a dimension of %d",
                Integer.toUnsignedLong(dimension)),
            "at most " + Integer.MAX_VALUE);
      }
    }
    long size = width;
    // From the last, so that sides of an image that are too large are seen even without images.
    for (int i = dimensions.length - 1; i >= 0; i--) {
      size *= dimensions[i];
      if (size > MOST) {
        throw new MalformedFileException(
            file,
            String.format(Locale.ROOT, "the header declares %s bytes", product(dimensions, width)),
            "at most " + MOST + ", which one array can hold");
      }
    }
    return (int) size;
  }

  private static String product(int[] dimensions, int width) {
    String elements =
        Arrays.stream(dimensions).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
    return width == 1 ? elements : elements + " x " + width;
  }
}

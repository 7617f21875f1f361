package dev.burin.data;

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

  private static final int FIRST_BUFFER = 1 << 16;

  /** By how much the array grows: more than the data it is never, and seldom copied. */
  private static final int GROWTH = 8;

  private IdxElements() {}

  /** Checks what a compressed file declares before it is unpacked. */
  static void check(Path file, InputStream in, long length, int[] dimensions, long most)
      throws IOException {
    if (!(in instanceof GzipStream)) {
      return;
    }
    int size = size(file, dimensions);
    if (size > DEFLATE * length) {
      throw new MalformedDataException(
          file,
          String.format(
              Locale.ROOT,
              "The header declares %s = %d bytes, more than can be packed into the %d of the file.",
              product(dimensions),
              size,
              length));
    }
    if (size > most) {
      throw new MalformedDataException(
          file,
          String.format(
              Locale.ROOT,
              "The header declares %s = %d bytes, more than the limit of %d for a compressed file;"
                  + " give IdxReader or Mnist a higher one, or unpack the file first.",
              product(dimensions),
              size,
              most));
    }
  }

  static byte[] read(Path file, InputStream in, long length, int[] dimensions) throws IOException {
    int size = size(file, dimensions);
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
}

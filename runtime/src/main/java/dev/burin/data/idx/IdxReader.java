package dev.burin.data.idx;

import dev.burin.data.Labels;
import dev.burin.file.MalformedFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Reads IDX files, the format of MNIST: two zero bytes, the type of the elements, the number of
 * dimensions, each dimension as a big-endian int of 4 bytes, then the elements, row-major. The file
 * may be plain or compressed with gzip; its first bytes tell, not its name.
 *
 * <p>A file is refused unless it holds exactly what its header says. Nothing is allocated on the
 * word of the header alone: a plain file must have the right length first. A compressed one must
 * not declare more than deflate can pack into its length, nor more than a limit that the caller may
 * raise, and while it is unpacked it takes at most eight times what has come out of it.
 */
public final class IdxReader {

  /**
   * The most bytes of memory that the elements of a compressed file take where no other limit is
   * given: 256 MiB, more than five times what MNIST needs.
   */
  public static final long MOST_UNPACKED = 256L << 20;

  /** The bytes of a pixel, or of a label, in the file. */
  private static final int PIXEL = 1;

  /** A pixel stays a byte; a label becomes an int beside the byte that it was read from. */
  private static final int PIXEL_MEMORY = 1;

  private static final int LABEL_MEMORY = 1 + Integer.BYTES;

  private IdxReader() {}

  /**
   * Reads images: three dimensions, which are the number of images, their height and their width.
   *
   * @throws MalformedFileException if the file does not hold exactly such images, or is compressed
   *     and unpacks to more than {@link #MOST_UNPACKED}
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static IdxImages images(Path file) throws IOException {
    return images(file, MOST_UNPACKED);
  }

  /**
   * Reads images, as {@link #images(Path)} does.
   *
   * @param mostUnpacked the most bytes of memory that the pixels of a compressed file may take, one
   *     for each; a plain file takes as much as it is long
   * @throws MalformedFileException if the file does not hold exactly such images, or unpacks to
   *     more
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static IdxImages images(Path file, long mostUnpacked) throws IOException {
    try (InputStream in = open(file)) {
      return images(file, in, Files.size(file), mostUnpacked);
    }
  }

  /** Reads images from the {@code length} bytes of a file, wherever they are. */
  static IdxImages images(Path file, InputStream bytes, long length, long mostUnpacked)
      throws IOException {
    try (InputStream in = unpacked(file, bytes)) {
      int[] dimensions = IdxHeader.bytes(file, in, 3, "images").toArray();
      if (dimensions[1] == 0 || dimensions[2] == 0) {
        throw new MalformedFileException(
            file,
            String.format(
                Locale.ROOT,
                "the header declares images of %d x %d pixels",
                dimensions[1],
                dimensions[2]),
            "sides of 1 or more");
      }
      IdxElements.check(file, in, length, dimensions, PIXEL, mostUnpacked / PIXEL_MEMORY);
      byte[] pixels = IdxElements.read(file, in, length, dimensions, PIXEL);
      return new IdxImages(dimensions[0], dimensions[1], dimensions[2], pixels);
    }
  }

  /**
   * Reads labels: one dimension, which is their number.
   *
   * @throws MalformedFileException if the file does not hold exactly such labels, or is compressed
   *     and unpacks to more than {@link #MOST_UNPACKED}
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static Labels labels(Path file) throws IOException {
    return labels(file, MOST_UNPACKED);
  }

  /**
   * Reads labels, as {@link #labels(Path)} does.
   *
   * @param mostUnpacked the most bytes of memory that the labels of a compressed file may take,
   *     five for each
   * @throws MalformedFileException if the file does not hold exactly such labels, or unpacks to
   *     more
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static Labels labels(Path file, long mostUnpacked) throws IOException {
    try (InputStream bytes = open(file);
        InputStream in = unpacked(file, bytes)) {
      int[] dimensions = IdxHeader.bytes(file, in, 1, "labels").toArray();
      long length = Files.size(file);
      IdxElements.check(file, in, length, dimensions, PIXEL, mostUnpacked / LABEL_MEMORY);
      return Labels.ofUnsigned(IdxElements.read(file, in, length, dimensions, PIXEL));
    }
  }

  /**
   * Reads a file of any element type and any number of dimensions.
   *
   * @throws MalformedFileException if the file does not hold exactly such elements, or is
   *     compressed and unpacks to more than {@link #MOST_UNPACKED}
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static IdxArray read(Path file) throws IOException {
    return read(file, MOST_UNPACKED);
  }

  /**
   * Reads a file, as {@link #read(Path)} does.
   *
   * @param mostUnpacked the most bytes that the elements of a compressed file may take
   * @throws MalformedFileException if the file does not hold exactly such elements, or unpacks to
   *     more
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static IdxArray read(Path file, long mostUnpacked) throws IOException {
    try (InputStream bytes = open(file);
        InputStream in = unpacked(file, bytes)) {
      IdxHeader header = IdxHeader.any(file, in);
      int[] dimensions = header.toArray();
      int width = header.type().bytes();
      long length = Files.size(file);
      IdxElements.check(file, in, length, dimensions, width, mostUnpacked);
      byte[] elements = IdxElements.read(file, in, length, dimensions, width);
      return new IdxArray(header.type(), header.dimensions(), elements);
    }
  }

  private static InputStream open(Path file) throws IOException {
    Objects.requireNonNull(file, "The path is null; expected that of an IDX file.");
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no such IDX file");
    }
    if (Files.isDirectory(file)) {
      throw new MalformedFileException(
          file, "this is a directory", "an IDX file, which may lie in it");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new MalformedFileException(file, "this is a pipe, a device or a socket", "an IDX file");
    }
    try {
      return Files.newInputStream(file);
    } catch (AccessDeniedException e) {
      throw new AccessDeniedException(
          file.toString(), null, "you may not read this file; get the right to, or name another");
    }
  }

  private static InputStream unpacked(Path file, InputStream bytes) throws IOException {
    InputStream in = new BufferedInputStream(bytes);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GzipStream(file, in) : in;
  }
}

package dev.burin.safetensors;

import dev.burin.file.MalformedFileException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of a file that may hold weights, from the first to the last. */
public final class WeightsInput implements Closeable {

  private final String file;
  private final InputStream in;
  private final long size;

  /**
   * The {@code size} bytes of a stream, which is called {@code file} in messages.
   *
   * @param size {@link Header#UNKNOWN} where nobody knows it
   */
  public WeightsInput(String file, InputStream bytes, long size) {
    this.file = file;
    this.in = new BufferedInputStream(bytes);
    this.size = size;
  }

  public static WeightsInput open(Path file) throws IOException {
    requireRegular(file);
    try {
      // Unlike a channel, the stream is not closed by an interrupt.
      return new WeightsInput(file.toString(), Files.newInputStream(file), Files.size(file));
    } catch (AccessDeniedException e) {
      throw new AccessDeniedException(
          file.toString(), null, "you may not read this file; get the right to, or name another");
    }
  }

  /** A pipe would keep its reader waiting, and has no size. */
  private static void requireRegular(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new MalformedFileException(file, "this is a directory", "a weights file");
    }
    if (Files.notExists(file)) {
      throw new NoSuchFileException(
          file.toString(),
          null,
          Files.isSymbolicLink(file)
              ? "this is a link to " + Files.readSymbolicLink(file) + ", and nothing is there"
              : "there is no such file; expected one that was saved before");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new MalformedFileException(
          file, "this is a pipe, a device or a socket", "a regular file with weights");
    }
  }

  /**
   * Reads the header, once its length has been found possible.
   *
   * @param longest the most bytes that it may have, whatever the size of the file
   */
  public Header header(long longest) throws IOException {
    in.mark(FileKind.BYTES);
    byte[] first = in.readNBytes(FileKind.BYTES);
    in.reset();
    if (first.length == 0) {
      throw new MalformedFileException(
          file, "the file is empty", "a weights file; a copy or download may have failed");
    }
    long length = first.length < Long.BYTES ? -1 : littleEndian(first);
    long most = size == Header.UNKNOWN ? longest : Math.min(size - Long.BYTES, longest);
    @Nullable String kind = length <= 0 || length > most ? FileKind.of(first) : null;
    if (kind != null) {
      throw new MalformedFileException(
          file,
          "this looks like " + kind,
          "a safetensors file, as WeightsFile.save or safetensors.numpy.save_file writes it");
    }
    if (first.length < Long.BYTES) {
      throw new MalformedFileException(
          file, "the file has " + first.length + " bytes", "8 bytes of header length at least");
    }
    if (length < 0 || length > most) {
      throw new MalformedFileException(
          file,
          "the header has " + Long.toUnsignedString(length) + " bytes",
          "at most " + most + ", by the format, the file and the network");
    }
    in.skipNBytes(Long.BYTES);
    byte[] header = in.readNBytes((int) length);
    if (header.length < length) {
      throw new MalformedFileException(file, "the file ends within the header", "all of it");
    }
    return Header.parse(file, header, size == Header.UNKNOWN ? size : size - Long.BYTES - length);
  }

  private static long littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  /** Reads the next bytes, all of them, into an array from an index on. */
  public void fill(byte[] bytes, int from, int count, String what) throws IOException {
    if (in.readNBytes(bytes, from, count) < count) {
      throw new MalformedFileException(file, "the file ends within " + what, "all of it");
    }
  }

  /** Passes over bytes, which must be there. */
  public void skip(long count, String what) throws IOException {
    try {
      in.skipNBytes(count);
    } catch (EOFException e) {
      throw new MalformedFileException(file, "the file ends within " + what, "all of it");
    }
  }

  public void requireEnd() throws IOException {
    if (in.read() >= 0) {
      throw new MalformedFileException(
          file, "the file goes on after the last tensor", "the file to end there");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

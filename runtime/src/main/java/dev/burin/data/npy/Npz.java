package dev.burin.data.npy;

import dev.burin.file.MalformedFileException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Reads and writes {@code .npz}, arrays of NumPy by name in a ZIP archive, stored or deflated.
 * Members that are no {@code .npy} are passed over. A name that occurs twice, a wrong checksum and
 * a member that is longer or shorter than it says are refused.
 */
public final class Npz {

  private static final String SUFFIX = ".npy";
  private static final long MOST_BYTES = 1L << 30;

  private Npz() {}

  /** {@link #read(Path, long)} of at most a gigabyte. */
  public static Map<String, NpyArray> read(Path file) throws IOException {
    return read(file, MOST_BYTES);
  }

  /**
   * Reads all arrays of a file.
   *
   * @param mostBytes the most bytes that they may have together once they are unpacked
   * @return the arrays by name, in the order of the file
   * @throws MalformedFileException if it is no such file, has no array, or holds more; the message
   *     names file and member, what was found and what was expected
   * @throws IOException if it cannot be read
   */
  public static Map<String, NpyArray> read(Path file, long mostBytes) throws IOException {
    Npy.requireRegular(file, ".npz");
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> members =
          zip.stream().filter(member -> member.getName().endsWith(SUFFIX)).toList();
      long bytes = 0;
      for (ZipEntry member : members) {
        bytes += Math.max(0, member.getSize());
        if (bytes > mostBytes || bytes < 0) {
          throw new MalformedFileException(
              file,
              "unpacked, the arrays have more than " + mostBytes + " bytes",
              "at most these; read(file, mostBytes) takes another limit");
        }
      }
      for (ZipEntry member : members) {
        String path = member.getName();
        String name = path.substring(0, path.length() - SUFFIX.length());
        if (arrays.put(name, read(file, zip, member)) != null) {
          throw new MalformedFileException(
              file,
              "there are two arrays \"" + NpyHeader.shown(name) + "\"",
              "a name of its own for each");
        }
      }
    } catch (ZipException | EOFException e) {
      MalformedFileException refusal =
          new MalformedFileException(
              file, "this is no ZIP archive that can be read: " + reason(e), "an .npz file");
      refusal.initCause(e);
      throw refusal;
    }
    if (arrays.isEmpty()) {
      throw new MalformedFileException(file, "the archive has no .npy member", "one at least");
    }
    return arrays;
  }

  private static String reason(IOException e) {
    if (e instanceof EOFException) {
      return "it ends too early";
    }
    // The JDK's reader says nothing where the directory of an archive lies beyond its end.
    return e.getMessage() == null ? "its directory is damaged" : e.getMessage();
  }

  private static NpyArray read(Path file, ZipFile zip, ZipEntry member) throws IOException {
    String name = file + "!" + NpyHeader.shown(member.getName());
    CRC32 crc = new CRC32();
    try (CheckedInputStream in =
        new CheckedInputStream(new BufferedInputStream(zip.getInputStream(member)), crc)) {
      NpyArray array = new NpyReader(name, in, member.getSize()).read();
      if (crc.getValue() != member.getCrc()) {
        throw new MalformedFileException(
            name,
            String.format(Locale.ROOT, "the CRC-32 of the member is %08x", crc.getValue()),
            String.format(Locale.ROOT, "%08x; it was damaged, take another copy", member.getCrc()));
      }
      return array;
    }
  }

  /**
   * Writes arrays, stored; the same arrays in the same order give the same bytes. The stream is
   * flushed and not closed.
   */
  public static void write(OutputStream out, Map<String, NpyArray> arrays) throws IOException {
    Objects.requireNonNull(out, "The stream is null; expected one to write to.");
    Objects.requireNonNull(arrays, "The arrays are null; expected them by name.");
    ZipOutputStream zip = new ZipOutputStream(out);
    for (var entry : arrays.entrySet()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Npy.write(bytes, entry.getValue());
      CRC32 crc = new CRC32();
      crc.update(bytes.toByteArray());
      ZipEntry member = new ZipEntry(entry.getKey() + SUFFIX);
      member.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
      member.setMethod(ZipEntry.STORED);
      member.setSize(bytes.size());
      member.setCrc(crc.getValue());
      zip.putNextEntry(member);
      bytes.writeTo(zip);
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }
}

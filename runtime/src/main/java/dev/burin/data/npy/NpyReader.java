package dev.burin.data.npy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the bytes of one array: first all that is said of it, then the elements. */
final class NpyReader {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 16;

  private final String file;
  private final InputStream in;
  private long left;

  /** The {@code size} bytes of a stream, which is called {@code file} in messages. */
  NpyReader(String file, InputStream in, long size) {
    this.file = file;
    this.in = in;
    this.left = size;
  }

  NpyArray read() throws IOException {
    NpyHeader said = header(Integer.MAX_VALUE - 8);
    byte[] data = bytes((int) left, "the elements");
    if (in.read() >= 0) {
      throw new MalformedFileException(
          file, "the file goes on after the last element", "it to end there");
    }
    return NpyArray.of(file, said, data);
  }

  /** How many bytes follow what has been read. */
  long left() {
    return left;
  }

  /** Reads all that is said of the elements, of which there are so many bytes at most. */
  NpyHeader header(long most) throws IOException {
    byte[] start = bytes(MAGIC.length + 2, "the magic bytes and the version");
    for (int i = 0; i < MAGIC.length; i++) {
      if (start[i] != MAGIC[i]) {
        throw new MalformedFileException(
            file, "the file does not start as an array of NumPy does", "\\x93NUMPY");
      }
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3 || start[MAGIC.length + 1] != 0) {
      throw new MalformedFileException(
          file, "the version is " + version + "." + start[MAGIC.length + 1], "1.0, 2.0 or 3.0");
    }
    byte[] width = bytes(version == 1 ? 2 : 4, "the length of the header");
    ByteBuffer length = ByteBuffer.wrap(width).order(ByteOrder.LITTLE_ENDIAN);
    long header =
        version == 1
            ? Short.toUnsignedLong(length.getShort())
            : Integer.toUnsignedLong(length.getInt());
    if (header > Math.min(left, LONGEST_HEADER)) {
      throw new MalformedFileException(
          file,
          "the header has " + header + " bytes",
          "at most " + Math.min(left, LONGEST_HEADER) + ", by the file and by reason");
    }
    String text = new String(bytes((int) header, "the header"), version == 3 ? UTF_8 : ISO_8859_1);
    return new NpyDictionary(file, text).parse(left, most);
  }

  private byte[] bytes(int count, String what) throws IOException {
    // What is not there is not allocated either.
    byte[] bytes = count > left ? new byte[0] : in.readNBytes(count);
    if (bytes.length < count) {
      throw new MalformedFileException(file, "the file ends within " + what, "all of it");
    }
    left -= count;
    return bytes;
  }
}

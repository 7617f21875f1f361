package dev.burin.data.idx;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a gzip file (RFC 1952) and refuses all that is not one, to its last byte. The JDK's own
 * stream is not used because it takes bytes after the last member for nothing and passes over them.
 */
final class GzipStream extends InputStream {

  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final Path file;
  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 check = new CRC32();
  private final CRC32 headerCheck = new CRC32();
  private final byte[] buffer = new byte[8192];
  private int at;
  private int end;
  private boolean inMember;

  /** Unpacks a stream that stands at the first byte of the file, and closes it when closed. */
  GzipStream(Path file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
  }

  @Override
  public int read(byte[] to, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (inMember || nextMember()) {
      int n = inflate(to, from, count);
      if (n > 0) {
        check.update(to, from, n);
        return n;
      }
      if (inflater.finished()) {
        trailer();
      } else if (!inflater.needsInput()) {
        throw malformed("needs a preset dictionary, which gzip does not have");
      } else if (!fill()) {
        throw malformed("ends within the compressed data");
      } else {
        inflater.setInput(buffer, at, end - at);
      }
    }
    return -1;
  }

  private int inflate(byte[] to, int from, int count) throws IOException {
    try {
      int n = inflater.inflate(to, from, count);
      at = end - inflater.getRemaining();
      return n;
    } catch (DataFormatException e) {
      MalformedFileException malformed = malformed("holds damaged compressed data");
      malformed.initCause(e);
      throw malformed;
    }
  }

  /** Reads the header of the next member; false if the file ends instead. */
  private boolean nextMember() throws IOException {
    if (at == end && !fill()) {
      return false;
    }
    headerCheck.reset();
    if (next() != 0x1f || next() != 0x8b) {
      throw malformed("goes on after the end of the compressed data");
    }
    if (next() != 8) {
      throw malformed("uses a compression method other than deflate");
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw malformed("sets flags that are reserved");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECK) != 0) {
      int expected = (int) headerCheck.getValue() & 0xffff;
      if ((next() | next() << 8) != expected) {
        throw malformed("has a header that does not match its checksum");
      }
    }
    inflater.reset();
    inflater.setInput(buffer, at, end - at);
    check.reset();
    inMember = true;
    return true;
  }

  private void trailer() throws IOException {
    if (littleEndian() != (int) check.getValue()) {
      throw malformed("does not match its checksum");
    }
    if (littleEndian() != (int) inflater.getBytesWritten()) {
      throw malformed("does not have the unpacked length that it states");
    }
    inMember = false;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    int character;
    do {
      character = next();
    } while (character != 0);
  }

  private int littleEndian() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private int next() throws IOException {
    if (at == end && !fill()) {
      throw malformed("ends within a header or checksum");
    }
    headerCheck.update(buffer[at]);
    return buffer[at++] & 255;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  private MalformedFileException malformed(String what) {
    return new MalformedFileException(file, "the gzip file " + what, "a complete gzip file");
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}

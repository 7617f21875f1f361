package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The bytes of one structure, read from the first to the last and never past it. */
final class Block {

  private final FileBytes file;
  private final Widths widths;
  private final String what;
  private final long origin;
  private final byte[] bytes;
  private int at;
  private int end;

  /**
   * A block over a whole array.
   *
   * @param what the name of the structure, for messages
   * @param origin where the array starts in the file, for messages
   */
  Block(FileBytes file, Widths widths, String what, long origin, byte[] bytes) {
    this(file, widths, what, origin, bytes, 0, bytes.length);
  }

  private Block(
      FileBytes file, Widths widths, String what, long origin, byte[] bytes, int at, int end) {
    this.file = file;
    this.widths = widths;
    this.what = what;
    this.origin = origin;
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  Widths widths() {
    return widths;
  }

  int remaining() {
    return end - at;
  }

  /** The refusal of the file because of this structure. */
  MalformedFileException damaged(String problem) {
    return file.damaged(what, origin, problem);
  }

  /** The refusal of the file for what it holds, though it may be good. */
  MalformedFileException refused(String sentence) {
    return file.malformed(sentence);
  }

  /** An unsigned number of 1 to 7 bytes, or 8 bytes as they are; the lowest byte comes first. */
  long bits(int size) throws MalformedFileException {
    need(size);
    long bits = 0;
    for (int i = size - 1; i >= 0; i--) {
      bits = bits << 8 | (bytes[at + i] & 255);
    }
    at += size;
    return bits;
  }

  /** A number of 1 to 8 bytes, 0 or more. */
  long number(int size) throws MalformedFileException {
    long number = bits(size);
    if (number < 0) {
      throw damaged("has a number of " + Long.toUnsignedString(number));
    }
    return number;
  }

  int u8() throws MalformedFileException {
    return (int) bits(1);
  }

  int u16() throws MalformedFileException {
    return (int) bits(2);
  }

  long u32() throws MalformedFileException {
    return bits(4);
  }

  /** A length, in the width of the file. */
  long length() throws MalformedFileException {
    return number(widths.length());
  }

  /** An address, in the width of the file, or {@link HdfFile#UNDEFINED}. */
  long address() throws MalformedFileException {
    long address = bits(widths.offset());
    boolean undefined = address == -1L >>> (64 - 8 * widths.offset());
    if (address < 0 && !undefined) {
      throw damaged("has an address of " + Long.toUnsignedString(address));
    }
    return undefined ? HdfFile.UNDEFINED : address;
  }

  void skip(long count) throws MalformedFileException {
    need(count);
    at += (int) count;
  }

  /** The next bytes as a structure of their own. */
  Block slice(long count, String name) throws MalformedFileException {
    need(count);
    Block slice = new Block(file, widths, name, origin + at, bytes, at, at + (int) count);
    at += (int) count;
    return slice;
  }

  /** The next bytes, copied. */
  byte[] copy(long count) throws MalformedFileException {
    need(count);
    byte[] copy = Arrays.copyOfRange(bytes, at, at + (int) count);
    at += (int) count;
    return copy;
  }

  /** The next bytes as text. */
  String text(long count) throws MalformedFileException {
    need(count);
    String text = new String(bytes, at, (int) count, StandardCharsets.UTF_8);
    at += (int) count;
    return text;
  }

  /** The text from a place in the block to the next zero byte. */
  String textAt(long from) throws MalformedFileException {
    if (from < at || from >= end) {
      throw damaged("has no name at its byte " + from);
    }
    int stop = (int) from;
    while (stop < end && bytes[stop] != 0) {
      stop++;
    }
    if (stop == end) {
      throw damaged("ends within a name");
    }
    return new String(bytes, (int) from, stop - (int) from, StandardCharsets.UTF_8);
  }

  void signature(String signature) throws MalformedFileException {
    if (!text(signature.length()).equals(signature)) {
      throw damaged("does not start with " + signature);
    }
  }

  /** Reads the number of a version, one of which there is only one. */
  void version(int expected) throws MalformedFileException {
    int version = u8();
    if (version != expected) {
      throw unreadable(version);
    }
  }

  /** The refusal of a version of this structure that is not read. */
  MalformedFileException unreadable(int version) {
    return file.malformed(
        String.format(
            Locale.ROOT,
            "The %s at byte %d has version %d, which is not read; copy the file with h5repack.",
            what,
            origin,
            version));
  }

  /** Verifies and cuts off the checksum in the last four bytes; nothing was read before. */
  void verifyChecksum() throws MalformedFileException {
    if (remaining() < 4) {
      throw damaged("has no room for its checksum");
    }
    end -= 4;
    int stored = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
    if (Lookup3.of(bytes, at, end) != stored) {
      throw damaged("does not match its checksum");
    }
  }

  private void need(long count) throws MalformedFileException {
    if (count < 0 || count > end - at) {
      throw damaged("is shorter than what it should hold");
    }
  }
}

package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Locale;

/** The bytes of a file, of which one reading gets only so many. */
final class FileBytes {

  /**
   * No good file needs a byte of it read more often than this. A bad one can hold trees that grow
   * into themselves; this ends them, wherever they are.
   */
  private static final int READINGS = 4;

  /** Lets files of a few bytes be read as often as their structures overlap. */
  private static final int ALLOWANCE = 1 << 16;

  private final Path file;
  private final SeekableByteChannel channel;
  private final long size;
  private long left;

  FileBytes(Path file, SeekableByteChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.size = channel.size();
    this.left = READINGS * size + ALLOWANCE;
  }

  long size() {
    return size;
  }

  /** The refusal of this file, with what is wrong. */
  MalformedFileException malformed(String sentence) {
    return new MalformedFileException(file, sentence);
  }

  /** The refusal of this file because of a structure in it. */
  MalformedFileException damaged(String what, long at, String problem) {
    return malformed(
        String.format(
            Locale.ROOT,
            "The file is damaged: the %s at byte %d %s; get the file once more.",
            what,
            at,
            problem));
  }

  /** Reads bytes into an array; there is none unless the file has them. */
  byte[] read(long at, long count, String what) throws IOException {
    check(at, count, what);
    byte[] bytes = new byte[(int) count];
    read(at, bytes, bytes.length, what);
    return bytes;
  }

  /** Reads bytes to the front of an array. */
  void read(long at, byte[] to, int count, String what) throws IOException {
    check(at, count, what);
    left -= count;
    ByteBuffer buffer = ByteBuffer.wrap(to, 0, count);
    channel.position(at);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw malformed("The file became shorter while it was read.");
      }
    }
  }

  private void check(long at, long count, String what) throws MalformedFileException {
    if (at < 0 || count < 0 || count > Integer.MAX_VALUE - 8 || at > size - count) {
      throw damaged(what, at, "does not end within the file");
    }
    if (count > left) {
      throw damaged(what, at, "is part of a structure that runs in a circle");
    }
  }
}

package dev.burin.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Takes chunks back through the filters that they went through. */
final class ChunkDecoder {

  private static final String NAME = "chunk";
  private static final int CHECKSUM = 4;

  /** Deflate makes 1032 bytes of one at most; a chunk that claims more is not unpacked at all. */
  private static final int LARGEST_COMPRESSION = 1032;

  private final HdfFile file;
  private final List<Filter> filters;
  private final int nominal;
  private byte[] stored = {};
  private byte[] inflated = {};
  private byte[] ordered = {};

  /**
   * A decoder of the chunks of one data set.
   *
   * @param nominal the size of a chunk that went through no filter, in bytes
   */
  ChunkDecoder(HdfFile file, List<Filter> filters, int nominal) {
    this.file = file;
    this.filters = filters;
    this.nominal = nominal;
  }

  /**
   * Reads a chunk.
   *
   * @return an array that starts with the elements of the chunk; the next call writes to it
   */
  byte[] read(StoredChunk chunk, boolean plain) throws IOException {
    int skipped = plain ? -1 : chunk.skipped();
    long size = chunk.size();
    if (size < 1 || size > Integer.MAX_VALUE - 8 || size > file.end()) {
      throw damaged(chunk, "does not end within the file");
    }
    int[] expected = expected(skipped);
    if (expected[filters.size()] >= 0 && size != expected[filters.size()]) {
      throw damaged(chunk, "has " + size + " bytes instead of " + expected[filters.size()]);
    }
    stored = room(stored, (int) size);
    file.read(chunk.address(), stored, (int) size, NAME);
    byte[] bytes = stored;
    int length = (int) size;
    for (int i = filters.size() - 1; i >= 0; i--) {
      if ((skipped & (1 << i)) != 0) {
        continue;
      }
      Filter filter = filters.get(i);
      switch (filter.id()) {
        case Filter.FLETCHER32 -> {
          length -= CHECKSUM;
          verify(chunk, bytes, length);
        }
        case Filter.DEFLATE -> {
          int packed = length;
          length = expected[i];
          bytes = inflate(chunk, bytes, packed, length);
        }
        case Filter.SHUFFLE -> bytes = inOrder(bytes, length, filter.elementSize());
        default -> throw damaged(chunk, "has an unknown filter");
      }
    }
    return bytes;
  }

  /** The size of a chunk before each filter and after the last, -1 where it is compressed. */
  private int[] expected(int skipped) {
    int[] expected = new int[filters.size() + 1];
    expected[0] = nominal;
    for (int i = 0; i < filters.size(); i++) {
      boolean used = (skipped & (1 << i)) == 0;
      int id = filters.get(i).id();
      expected[i + 1] =
          !used || expected[i] < 0 || id == Filter.SHUFFLE
              ? expected[i]
              : id == Filter.DEFLATE ? -1 : expected[i] + CHECKSUM;
    }
    return expected;
  }

  private void verify(StoredChunk chunk, byte[] bytes, int length) throws IOException {
    if (length < 0) {
      throw damaged(chunk, "has no room for its checksum");
    }
    int checksum = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(length);
    if (checksum != Fletcher32.of(bytes, length)) {
      throw damaged(chunk, "does not match its checksum");
    }
  }

  private byte[] inflate(StoredChunk chunk, byte[] bytes, int packed, int length)
      throws IOException {
    if (length > (long) packed * LARGEST_COMPRESSION) {
      throw damaged(chunk, "claims to unpack to " + length + " bytes, more than it can");
    }
    inflated = room(inflated, length);
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, 0, packed);
      int at = 0;
      while (at < length && !inflater.finished()) {
        int n = inflater.inflate(inflated, at, length - at);
        if (n == 0 && !inflater.finished()) {
          throw damaged(chunk, "ends within its compressed data");
        }
        at += n;
      }
      // The checksum behind the data is only looked at when more is asked for.
      if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
        throw damaged(chunk, "unpacks to more than its " + length + " bytes");
      }
      if (at < length || !inflater.finished()) {
        throw damaged(chunk, "does not unpack to its " + length + " bytes");
      }
    } catch (DataFormatException e) {
      throw damaged(chunk, "has damaged compressed data");
    } finally {
      inflater.end();
    }
    return inflated;
  }

  /** Undoes shuffle, which puts the first bytes of all elements first, then the second, ... */
  private byte[] inOrder(byte[] bytes, int length, int elementSize) {
    int count = elementSize < 1 ? 0 : length / elementSize;
    if (elementSize < 2 || count < 2) {
      return bytes;
    }
    ordered = room(ordered, length);
    for (int part = 0, from = 0; part < elementSize; part++) {
      for (int i = 0, to = part; i < count; i++, to += elementSize) {
        ordered[to] = bytes[from++];
      }
    }
    int rest = count * elementSize;
    System.arraycopy(bytes, rest, ordered, rest, length - rest);
    return ordered;
  }

  private static byte[] room(byte[] bytes, int length) {
    return bytes.length >= length ? bytes : new byte[length];
  }

  private IOException damaged(StoredChunk chunk, String problem) {
    return file.bytes().damaged(NAME, file.base() + chunk.address(), problem);
  }
}

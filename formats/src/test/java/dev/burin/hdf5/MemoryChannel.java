package dev.burin.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A file in memory that remembers what was read of it. */
final class MemoryChannel extends BytesChannel {

  private final List<Region> read = new ArrayList<>();

  /** Bytes that were read in one go. */
  record Region(int at, int length) {}

  MemoryChannel(byte[] bytes) {
    super(bytes);
  }

  /** All that was read so far. */
  List<Region> regions() {
    return read;
  }

  @Override
  public int read(ByteBuffer to) {
    int at = (int) position();
    int count = super.read(to);
    if (count > 0) {
      read.add(new Region(at, count));
    }
    return count;
  }
}

package dev.burin.hdf5;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/** A file in memory. */
final class MemoryChannel implements SeekableByteChannel {

  private final byte[] bytes;
  private final List<Region> read = new ArrayList<>();
  private long position;

  /** Bytes that were read in one go. */
  record Region(int at, int length) {}

  MemoryChannel(byte[] bytes) {
    this.bytes = bytes;
  }

  /** All that was read so far. */
  List<Region> regions() {
    return read;
  }

  @Override
  public int read(ByteBuffer to) {
    int n = (int) Math.min(to.remaining(), bytes.length - position);
    if (n <= 0) {
      return -1;
    }
    read.add(new Region((int) position, n));
    to.put(bytes, (int) position, n);
    position += n;
    return n;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) {
    position = to;
    return this;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}

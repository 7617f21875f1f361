package dev.burin.io;

import java.io.ByteArrayInputStream;

/** Bytes in memory, of which it gives a few at a time as a slow disk may. */
final class SlowStream extends ByteArrayInputStream {

  private static final int MOST_AT_ONCE = 100;

  SlowStream(byte[] bytes) {
    super(bytes);
  }

  @Override
  public synchronized int read(byte[] to, int from, int count) {
    return super.read(to, from, Math.min(count, MOST_AT_ONCE));
  }
}

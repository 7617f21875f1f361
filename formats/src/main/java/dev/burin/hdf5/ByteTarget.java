package dev.burin.hdf5;

import java.nio.ByteBuffer;

/** Keeps bytes as they are. */
record ByteTarget(byte[] values) implements Target {

  @Override
  public void put(int at, ByteBuffer raw, int from, int count) {
    raw.get(from, values, at, count);
  }
}

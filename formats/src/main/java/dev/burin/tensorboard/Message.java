package dev.burin.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A message in the wire format of protocol buffers: fields of a number and a kind, one after the
 * other (protobuf.dev, "Encoding").
 */
final class Message {

  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH = 2;
  private static final int FOUR_BYTES = 5;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Message whole(int field, long value) {
    varint(field << 3 | VARINT);
    varint(value);
    return this;
  }

  Message real(int field, double value) {
    varint(field << 3 | EIGHT_BYTES);
    bytes.writeBytes(little(Double.BYTES).putDouble(value).array());
    return this;
  }

  Message single(int field, float value) {
    varint(field << 3 | FOUR_BYTES);
    bytes.writeBytes(little(Float.BYTES).putFloat(value).array());
    return this;
  }

  Message text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  Message message(int field, Message value) {
    return bytes(field, value.toBytes());
  }

  /** Numbers in one field, packed. */
  Message reals(int field, double[] values) {
    byte[] packed = new byte[values.length * Double.BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      buffer.putDouble(value);
    }
    return bytes(field, packed);
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  private Message bytes(int field, byte[] value) {
    varint(field << 3 | LENGTH);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  /** Seven bits in each byte, the lowest first; the eighth says that more follow. */
  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}

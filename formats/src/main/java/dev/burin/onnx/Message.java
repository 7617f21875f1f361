package dev.burin.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A protobuf message that is to be written. Its length is known before its numbers are, so that
 * weights go from the network to the file and are nowhere kept.
 */
final class Message {

  private final List<Part> parts = new ArrayList<>();
  private long size;

  /** Some of its bytes. */
  private record Part(long size, Bytes bytes) {}

  /** What writes bytes. */
  interface Bytes {
    void write(OutputStream out) throws IOException;
  }

  /** A whole number. */
  Message number(int field, long value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    varint(bytes, (long) field << 3);
    varint(bytes, value);
    return add(bytes.toByteArray());
  }

  /** A float. */
  Message fixedFloat(int field, float value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    varint(bytes, (long) field << 3 | 5);
    ByteBuffer four = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.writeBytes(four.putFloat(value).array());
    return add(bytes.toByteArray());
  }

  /** A text. */
  Message text(int field, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return bytes(field, bytes.length, out -> out.write(bytes));
  }

  /** A message in it. */
  Message message(int field, Message inner) {
    return bytes(field, inner.size, inner::write);
  }

  /** Bytes of a length that is known. */
  Message bytes(int field, long length, Bytes bytes) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    varint(head, (long) field << 3 | 2);
    varint(head, length);
    add(head.toByteArray());
    parts.add(new Part(length, bytes));
    size += length;
    return this;
  }

  /** All fields of another message, as fields of this one. */
  Message append(Message other) {
    parts.addAll(other.parts);
    size += other.size;
    return this;
  }

  private Message add(byte[] bytes) {
    parts.add(new Part(bytes.length, out -> out.write(bytes)));
    size += bytes.length;
    return this;
  }

  private static void varint(ByteArrayOutputStream to, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      to.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    to.write((int) rest);
  }

  long size() {
    return size;
  }

  void write(OutputStream out) throws IOException {
    for (Part part : parts) {
      part.bytes().write(out);
    }
  }
}

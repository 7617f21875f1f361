package dev.burin.checks.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** A message of the protobuf wire format that is written by hand, field after field. */
final class Proto {

  private static final int VARINT = 0;
  private static final int LENGTH = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Whole numbers, one field of this number for each. */
  Proto numbers(int field, long... values) {
    for (long value : values) {
      varint((long) field << 3 | VARINT);
      varint(value);
    }
    return this;
  }

  /** Texts, one field of this number for each. */
  Proto texts(int field, String... values) {
    for (String value : values) {
      bytes(field, value.getBytes(UTF_8));
    }
    return this;
  }

  /** A message within this one. */
  Proto message(int field, Proto message) {
    return bytes(field, message.bytes());
  }

  /** Bytes. */
  Proto bytes(int field, byte[] bytes) {
    varint((long) field << 3 | LENGTH);
    varint(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  private void varint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.write((int) (left & 0x7f | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }

  /** What has been written. */
  byte[] bytes() {
    return out.toByteArray();
  }
}

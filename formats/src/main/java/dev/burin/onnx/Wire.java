package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One message of the protobuf wire format, read field by field and never past its end. Protobuf has
 * no check of itself, so that every length is compared with what is left before it is believed.
 *
 * <p>After {@link #next()} the field has a number, and its value is read by the one method that
 * fits, or skipped.
 */
final class Wire {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private static final int LONGEST_VARINT = 10;

  private final String file;
  private final byte[] bytes;
  private final int end;
  private int at;
  private int field;
  private int type;

  /** A whole file as one message. */
  Wire(String file, byte[] bytes) {
    this(file, bytes, 0, bytes.length);
  }

  private Wire(String file, byte[] bytes, int at, int end) {
    this.file = file;
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  String file() {
    return file;
  }

  /** Whether there is another field, which then waits to be read. */
  boolean next() throws MalformedFileException {
    if (at == end) {
      return false;
    }
    int from = at;
    long tag = varint();
    type = (int) (tag & 7);
    long number = tag >>> 3;
    if (number < 1 || number > 0x1fffffff) {
      throw refused(from, "the tag " + tag + " has no field number");
    }
    if (type != VARINT && type != FIXED64 && type != LENGTH && type != FIXED32) {
      throw refused(from, "the tag " + tag + " has the wire type " + type);
    }
    field = (int) number;
    return true;
  }

  /** The number of the field that waits. */
  int field() {
    return field;
  }

  /** A whole number. */
  long number() throws MalformedFileException {
    expect(VARINT, "a whole number");
    return varint();
  }

  /** A whole number that fits 32 bits; it is cut to these where it does not, as protobuf does. */
  int number32() throws MalformedFileException {
    return (int) number();
  }

  float fixedFloat() throws MalformedFileException {
    expect(FIXED32, "a float");
    return slice(Float.BYTES).buffer().getFloat();
  }

  /** A message within this one, or bytes, or packed numbers. */
  Wire message() throws MalformedFileException {
    expect(LENGTH, "bytes");
    return bytes();
  }

  private Wire bytes() throws MalformedFileException {
    int from = at;
    long length = varint();
    if (length < 0 || length > end - at) {
      throw refused(
          from,
          String.format(
              Locale.ROOT,
              "field %d has a length of %d bytes, but its message ends after %d",
              field,
              length,
              end - at));
    }
    return slice((int) length);
  }

  /** Text in UTF-8. */
  String text() throws MalformedFileException {
    int from = at;
    Wire text = message();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(text.buffer()).toString();
    } catch (CharacterCodingException e) {
      throw refused(from, "field " + field + " is no text in UTF-8");
    }
  }

  /** The numbers of a repeated field: packed ones, or one by itself. */
  void numbers(Longs to) throws MalformedFileException {
    if (type == LENGTH) {
      Wire packed = bytes();
      while (packed.at < packed.end) {
        to.add(packed.varint());
      }
    } else {
      to.add(number());
    }
  }

  /** The bytes of packed numbers of a fixed width, or of one by itself. */
  Wire fixed(int width) throws MalformedFileException {
    if (type == LENGTH) {
      int from = at;
      Wire packed = bytes();
      if (packed.length() % width != 0) {
        throw refused(
            from, "field " + field + " has " + packed.length() + " bytes for numbers of " + width);
      }
      return packed;
    }
    expect(width == Float.BYTES ? FIXED32 : FIXED64, "numbers of " + width + " bytes");
    return slice(width);
  }

  /** Leaves out the field, whatever it is. */
  void skip() throws MalformedFileException {
    switch (type) {
      case VARINT -> varint();
      case FIXED64 -> slice(Long.BYTES);
      case FIXED32 -> slice(Float.BYTES);
      case LENGTH -> bytes();
      default -> throw refused(at, "the wire type " + type + " is read by nobody");
    }
  }

  /** How many bytes are left. */
  int length() {
    return end - at;
  }

  /** What is left, as numbers are read from it. */
  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes, at, end - at).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A refusal with the place in the file. */
  MalformedFileException refused(String found) {
    return refused(at, found);
  }

  private Wire slice(int length) throws MalformedFileException {
    if (length > end - at) {
      throw refused(
          at,
          "field "
              + field
              + " needs "
              + length
              + " bytes, but its message ends after "
              + (end - at));
    }
    Wire slice = new Wire(file, bytes, at, at + length);
    slice.field = field;
    at += length;
    return slice;
  }

  private long varint() throws MalformedFileException {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT; i++) {
      if (at == end) {
        throw refused(at, "the message ends within a varint");
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    throw refused(at, "a varint is longer than " + LONGEST_VARINT + " bytes");
  }

  private void expect(int expected, String what) throws MalformedFileException {
    if (type != expected) {
      throw refused(at, "field " + field + " has the wire type " + type + ", which is not " + what);
    }
  }

  private MalformedFileException refused(int where, String found) {
    return new MalformedFileException(
        file, "byte " + where, found, "a whole ONNX model, which is a protobuf message");
  }
}

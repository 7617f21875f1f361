package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;
import dev.burin.hdf5.NumberType.Kind;
import java.io.IOException;
import java.nio.ByteOrder;

/** The datatype message, of which numbers are read, and enumerations as the numbers behind them. */
final class Datatype {

  private static final int WHOLE = 0;
  private static final int FLOAT = 1;
  private static final int ENUMERATION = 8;

  /** What the other classes are called, by their number. */
  private static final String[] OTHERS = {
    "whole numbers",
    "floating-point numbers",
    "times",
    "strings",
    "bit fields",
    "opaque bytes",
    "compounds of several numbers",
    "references",
    "enumerations",
    "lists of varying length",
    "arrays",
    "complex numbers"
  };

  private Datatype() {}

  /** Reads the type of a data set, which may be a named one that lies elsewhere. */
  static NumberType of(HdfFile file, Message message, String name) throws IOException {
    if (!message.shared()) {
      return read(message.block(), name, false);
    }
    Block block = message.block();
    int version = block.u8();
    int where = block.u8();
    block.skip(version == 1 ? 6 : 0);
    // Version 3 can also point into a table of shared messages.
    if (version == 3 && where != 2) {
      throw block.refused(ObjectHeader.SHARED);
    }
    ObjectHeader named = ObjectHeader.read(file, block.address());
    Block type =
        named
            .first(MessageType.DATATYPE)
            .orElseThrow(() -> block.damaged("points to a type that is none"));
    return read(type, name, false);
  }

  private static NumberType read(Block block, String name, boolean inEnumeration)
      throws MalformedFileException {
    int first = block.u8();
    int version = first >> 4;
    if (version < 1 || version > 5) {
      throw block.damaged("has a type of version " + version);
    }
    int typeClass = first & 15;
    int bits = (int) block.bits(3);
    long size = block.u32();
    if (typeClass == ENUMERATION && !inEnumeration) {
      NumberType base = read(block, name, true);
      if (base.isWhole() && base.size() == size) {
        return base;
      }
      throw block.damaged("has an enumeration whose numbers are not whole");
    }
    if (typeClass == WHOLE) {
      return whole(block, name, bits, size);
    }
    if (typeClass == FLOAT) {
      return real(block, name, bits, size);
    }
    String what = typeClass < OTHERS.length ? OTHERS[typeClass] : "elements of an unknown type";
    throw block.refused(name + " holds " + what + ", not numbers; only numbers are read.");
  }

  private static NumberType whole(Block block, String name, int bits, long size)
      throws MalformedFileException {
    int offset = block.u16();
    int precision = block.u16();
    if (offset != 0
        || precision != 8 * size
        || !(size == 1 || size == 2 || size == 4 || size == 8)) {
      throw block.refused(
          name + " holds whole numbers of " + precision + " bits; 8, 16, 32 and 64 are read.");
    }
    boolean signed = (bits & 8) != 0;
    ByteOrder order = (bits & 1) != 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NumberType(signed ? Kind.SIGNED : Kind.UNSIGNED, (int) size, order);
  }

  private static NumberType real(Block block, String name, int bits, long size)
      throws MalformedFileException {
    int offset = block.u16();
    int precision = block.u16();
    int exponentAt = block.u8();
    int exponentSize = block.u8();
    int mantissaAt = block.u8();
    int mantissaSize = block.u8();
    long bias = block.u32();
    // Bits 0 and 6 are the order, 4 and 5 the hidden first bit, 8 to 15 the place of the sign.
    int implied = bits >> 4 & 3;
    int sign = bits >> 8 & 255;
    int ieeeExponent =
        switch ((int) size) {
          case 2 -> 5;
          case 4 -> 8;
          case 8 -> 11;
          default -> 0;
        };
    int ieeeMantissa = (int) (8 * size) - 1 - ieeeExponent;
    if (ieeeExponent == 0
        || offset != 0
        || precision != 8 * size
        || mantissaAt != 0
        || mantissaSize != ieeeMantissa
        || exponentAt != ieeeMantissa
        || exponentSize != ieeeExponent
        || bias != (1L << (ieeeExponent - 1)) - 1
        || implied != 2
        || sign != precision - 1
        || (bits & 64) != 0) {
      throw block.refused(
          name
              + " holds floating-point numbers of "
              + precision
              + " bits in a form of their own; half, single and double precision are read.");
    }
    ByteOrder order = (bits & 1) != 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return new NumberType(Kind.FLOAT, (int) size, order);
  }
}

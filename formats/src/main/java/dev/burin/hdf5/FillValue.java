package dev.burin.hdf5;

import java.io.IOException;
import java.util.Optional;

/** What stands where nothing was written: one element, or nothing at all. */
final class FillValue {

  private static final int UNDEFINED = 16;
  private static final int DEFINED = 32;

  /** Says that nobody promises what is where nothing was written. */
  private static final int NEVER_FILLED = 1;

  private FillValue() {}

  /** The bytes of the fill value, or none where the file says that there is no such value. */
  static Optional<byte[]> read(ObjectHeader header, NumberType type) throws IOException {
    Optional<Block> message = header.first(MessageType.FILL_VALUE);
    if (message.isPresent()) {
      return read(message.get(), type);
    }
    Optional<Block> old = header.first(MessageType.OLD_FILL_VALUE);
    return old.isPresent()
        ? Optional.of(value(old.get(), type))
        : Optional.of(new byte[type.size()]);
  }

  private static Optional<byte[]> read(Block block, NumberType type) throws IOException {
    int version = block.u8();
    if (version == 1 || version == 2) {
      // When room is taken, and when the value is written into it.
      block.skip(1);
      boolean filled = block.u8() != NEVER_FILLED;
      boolean defined = block.u8() != 0;
      return filled && defined ? Optional.of(value(block, type)) : Optional.empty();
    }
    if (version != 3) {
      throw block.unreadable(version);
    }
    int flags = block.u8();
    if ((flags & UNDEFINED) != 0 || (flags >> 2 & 3) == NEVER_FILLED) {
      return Optional.empty();
    }
    return Optional.of((flags & DEFINED) != 0 ? value(block, type) : new byte[type.size()]);
  }

  private static byte[] value(Block block, NumberType type) throws IOException {
    long size = block.u32();
    if (size == 0) {
      return new byte[type.size()];
    }
    if (size != type.size()) {
      throw block.damaged("has a fill value of " + size + " bytes for a type of " + type.size());
    }
    return block.copy(size);
  }
}

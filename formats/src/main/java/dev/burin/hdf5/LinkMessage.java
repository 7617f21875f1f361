package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;

/** The link message, version 1. */
final class LinkMessage {

  private static final int CREATION_ORDER = 4;
  private static final int TYPE = 8;
  private static final int CHARACTER_SET = 16;
  private static final int HARD = 0;

  private LinkMessage() {}

  static Link read(Block block) throws MalformedFileException {
    block.version(1);
    int flags = block.u8();
    int type = (flags & TYPE) != 0 ? block.u8() : HARD;
    block.skip((flags & CREATION_ORDER) != 0 ? 8 : 0);
    block.skip((flags & CHARACTER_SET) != 0 ? 1 : 0);
    String name = block.text(block.number(1 << (flags & 3)));
    if (type != HARD) {
      return new Link(name, HdfFile.UNDEFINED);
    }
    long address = block.address();
    if (address == HdfFile.UNDEFINED) {
      throw block.damaged("has a link to no address");
    }
    return new Link(name, address);
  }
}

package dev.burin.hdf5;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages of a group, a data set or a named type, from headers of version 1 and 2. */
final class ObjectHeader {

  /** The refusal of messages that are not where they belong. */
  static final String SHARED =
      "The file keeps what describes its data in a table of shared messages, which is not read; "
          + "copy the file with h5repack.";

  private static final String NAME = "object header";
  private static final String CONTINUED = "continued object header";

  private static final int TIMES = 32;
  private static final int PHASE_CHANGE = 16;
  private static final int CREATION_ORDER = 4;

  private final HdfFile file;
  private final List<Message> messages = new ArrayList<>();
  private final ArrayDeque<Block> continuations = new ArrayDeque<>();

  private ObjectHeader(HdfFile file) {
    this.file = file;
  }

  static ObjectHeader read(HdfFile file, long address) throws IOException {
    ObjectHeader header = new ObjectHeader(file);
    Block start = file.block(address, 12, NAME);
    int first = start.u8();
    if (first == 1) {
      header.version1(address, start);
    } else if (first == 'O') {
      header.version2(address);
    } else {
      throw start.damaged("is none");
    }
    return header;
  }

  boolean has(int type) {
    return messages.stream().anyMatch(message -> message.type() == type);
  }

  /** The messages of a type, in their order. */
  List<Message> all(int type) {
    return messages.stream().filter(message -> message.type() == type).toList();
  }

  /** The first message of a type, where it is itself in this header. */
  Optional<Block> first(int type) throws IOException {
    for (Message message : messages) {
      if (message.type() == type) {
        if (message.shared()) {
          throw message.block().refused(SHARED);
        }
        return Optional.of(message.block());
      }
    }
    return Optional.empty();
  }

  private void version1(long address, Block start) throws IOException {
    start.skip(7);
    long size = start.u32();
    // Messages start at a multiple of 8.
    messages(file.block(address + 16, size, NAME), 1, false);
    while (!continuations.isEmpty()) {
      Block next = continuations.remove();
      messages(file.block(next.address(), next.length(), CONTINUED), 1, false);
    }
  }

  private void version2(long address) throws IOException {
    Block start = file.block(address, 6, NAME);
    start.signature("OHDR");
    start.version(2);
    int flags = start.u8();
    int prefix = 6 + ((flags & TIMES) != 0 ? 16 : 0) + ((flags & PHASE_CHANGE) != 0 ? 4 : 0);
    int width = 1 << (flags & 3);
    long size = file.block(address + prefix, width, NAME).number(width);
    // More than this is past the end of any file, and adding to it must not overflow.
    long whole = prefix + width + Math.min(size, Long.MAX_VALUE / 2) + 4;
    Block block = file.checked(address, whole, NAME);
    block.skip(prefix + width);
    boolean ordered = (flags & CREATION_ORDER) != 0;
    messages(block, 2, ordered);
    while (!continuations.isEmpty()) {
      Block next = continuations.remove();
      Block more = file.checked(next.address(), next.length(), CONTINUED);
      more.signature("OCHK");
      messages(more, 2, ordered);
    }
  }

  private void messages(Block block, int version, boolean ordered) throws IOException {
    int head = version == 1 ? 8 : ordered ? 6 : 4;
    // What is too short for a message is a gap.
    while (block.remaining() >= head) {
      int type = version == 1 ? block.u16() : block.u8();
      int size = block.u16();
      int flags = block.u8();
      block.skip(version == 1 ? 3 : ordered ? 2 : 0);
      add(new Message(type, flags, block.slice(size, "message of an object header")));
    }
  }

  private void add(Message message) throws IOException {
    switch (message.type()) {
      case MessageType.NIL -> {}
      case MessageType.CONTINUATION -> continuations.add(message.block());
      default -> {
        if (message.type() >= MessageType.UNKNOWN && message.essential()) {
          throw message
              .block()
              .refused(
                  "The file needs a version of HDF5 that is newer than what is read here; copy it "
                      + "with h5repack.");
        }
        messages.add(message);
      }
    }
  }
}

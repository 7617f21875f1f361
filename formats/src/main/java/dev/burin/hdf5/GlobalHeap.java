package dev.burin.hdf5;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The global heap of a file: collections of objects of any length, of which texts are read. */
final class GlobalHeap {

  private static final String NAME = "global heap collection";

  /** Signature, version, and three bytes that are reserved. */
  private static final int HEAD = 8;

  private final HdfFile file;
  private final Map<Long, Map<Integer, byte[]>> collections = new HashMap<>();
  private long room;

  GlobalHeap(HdfFile file) {
    this.file = file;
    this.room = file.end();
  }

  /** The text that the next bytes of a block refer to: length, address, and number there. */
  String text(Block reference) throws IOException {
    long length = reference.u32();
    long address = reference.address();
    int number = (int) Math.min(reference.u32(), Integer.MAX_VALUE);
    if (length == 0) {
      return "";
    }
    // No two references share a text, so that all texts together fit into the file.
    room -= length;
    if (room < 0) {
      throw reference.damaged("has more text than its file");
    }
    Map<Integer, byte[]> collection = collections.get(address);
    if (collection == null) {
      collection = collection(address);
      collections.put(address, collection);
    }
    byte[] bytes = collection.get(number);
    if (bytes == null || bytes.length < length) {
      throw reference.damaged("refers to a text that is not there");
    }
    return new String(bytes, 0, (int) length, StandardCharsets.UTF_8);
  }

  private Map<Integer, byte[]> collection(long address) throws IOException {
    int width = file.widths().length();
    Block head = file.block(address, HEAD + width, NAME);
    head.signature("GCOL");
    head.version(1);
    head.skip(3);
    long size = head.length();
    Block block = file.block(address, size, NAME);
    block.skip(HEAD + width);
    Map<Integer, byte[]> objects = new HashMap<>();
    // What is too short for an object is a gap, and object 0 is the space that is free.
    while (block.remaining() >= HEAD + width) {
      int number = block.u16();
      block.skip(6);
      long length = block.length();
      if (number == 0) {
        break;
      }
      objects.put(number, block.copy(length));
      // The last one may end where the collection does.
      block.skip(Math.min((8 - length % 8) % 8, block.remaining()));
    }
    return objects;
  }
}

package dev.burin.hdf5;

import java.io.IOException;

/** A B-tree of version 2, whose records are in its inner nodes too. */
final class Btree2 {

  static final int LINK_NAMES = 5;
  static final int ATTRIBUTE_NAMES = 8;
  static final int CHUNKS = 10;
  static final int FILTERED_CHUNKS = 11;

  private static final String NODE = "B-tree node";

  /** Signature, version and type. */
  private static final int HEAD = 6;

  private static final int CHECKSUM = 4;

  /** A tree of more levels than this would be larger than any file. */
  private static final int DEEPEST = 32;

  /** Takes one record. */
  interface Records {
    void record(Block record) throws IOException;
  }

  private final HdfFile file;
  private final int type;
  private final int recordSize;
  private final Records records;

  /** How many bytes count the records of one node. */
  private final int countWidth;

  /** How many bytes count the records of a node of a level and of all below it. */
  private final int[] totalWidth;

  private Btree2(
      HdfFile file, int type, int recordSize, int countWidth, int[] totalWidth, Records records) {
    this.file = file;
    this.type = type;
    this.recordSize = recordSize;
    this.countWidth = countWidth;
    this.totalWidth = totalWidth;
    this.records = records;
  }

  /** Visits all records of a tree. */
  static void records(HdfFile file, long address, int type, Records records) throws IOException {
    int offset = file.widths().offset();
    int length = file.widths().length();
    Block head = file.checked(address, 18L + offset + length + CHECKSUM, "B-tree header");
    head.signature("BTHD");
    head.version(0);
    if (head.u8() != type) {
      throw head.damaged("is of the wrong type");
    }
    long nodeSize = head.u32();
    int recordSize = head.u16();
    int depth = head.u16();
    head.skip(2);
    long root = head.address();
    int count = head.u16();
    if (recordSize == 0 || nodeSize < HEAD + CHECKSUM + recordSize || depth > DEEPEST) {
      throw head.damaged("has nodes that nothing fits into");
    }
    if (root == HdfFile.UNDEFINED) {
      return;
    }
    long most = (nodeSize - HEAD - CHECKSUM) / recordSize;
    long total = most;
    int countWidth = width(most);
    int[] totalWidth = new int[depth + 1];
    for (int level = 1; level <= depth; level++) {
      int pointer = offset + countWidth + totalWidth[level - 1];
      long here = (nodeSize - HEAD - CHECKSUM - pointer) / (recordSize + pointer);
      // Sums past this size would need more bytes than a file can have.
      total = Math.min(total, Long.MAX_VALUE >> 33) * (here + 1) + here;
      totalWidth[level] = width(total);
    }
    new Btree2(file, type, recordSize, countWidth, totalWidth, records).node(root, count, depth);
  }

  /** How many bytes a number up to this needs. */
  private static int width(long largest) {
    return Math.max(1, (64 - Long.numberOfLeadingZeros(largest) + 7) / 8);
  }

  private void node(long address, long count, int level) throws IOException {
    int pointer =
        level == 0
            ? 0
            : file.widths().offset() + countWidth + (level > 1 ? totalWidth[level - 1] : 0);
    long pointers = level == 0 ? 0 : count + 1;
    long size = HEAD + count * recordSize + pointers * pointer + CHECKSUM;
    Block node = file.checked(address, size, NODE);
    node.signature(level == 0 ? "BTLF" : "BTIN");
    node.version(0);
    if (node.u8() != type) {
      throw node.damaged("is of the wrong type");
    }
    for (long i = 0; i < count; i++) {
      records.record(node.slice(recordSize, "record of a B-tree"));
    }
    for (long i = 0; i < pointers; i++) {
      Block child = node.slice(pointer, NODE);
      node(child.address(), child.number(countWidth), level - 1);
    }
  }
}

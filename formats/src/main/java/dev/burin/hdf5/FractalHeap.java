package dev.burin.hdf5;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * A fractal heap, of which the managed objects are read, which lie in blocks of a table whose rows
 * double in size, and those that are so tiny that they lie in their own IDs.
 */
final class FractalHeap {

  private static final String NAME = "fractal heap";

  /** In a block of the heap. */
  private static final int MANAGED = 0;

  /** In the ID itself. */
  private static final int TINY = 2;

  private final HdfFile file;
  private final int offsetWidth;
  private final int lengthWidth;
  private final boolean checksums;
  private final int tableWidth;
  private final long startSize;
  private final long largestDirect;
  private final long root;
  private final int rootRows;
  private final Map<Long, byte[]> blocks = new HashMap<>();
  private long room;

  private FractalHeap(HdfFile file, Block head) throws IOException {
    this.file = file;
    head.signature("FRHP");
    head.version(0);
    head.skip(2);
    int filters = head.u16();
    if (filters != 0) {
      throw head.refused(
          "The file keeps the names of a group compressed, which is not read; copy it with "
              + "h5repack.");
    }
    checksums = (head.u8() & 2) != 0;
    long largestManaged = head.u32();
    head.skip(10L * file.widths().length() + 2L * file.widths().offset());
    tableWidth = head.u16();
    startSize = head.length();
    largestDirect = head.length();
    int bits = head.u16();
    head.skip(2);
    root = head.address();
    rootRows = head.u16();
    if (bits < 1
        || bits > 63
        || tableWidth == 0
        || Long.bitCount(tableWidth) != 1
        || Long.bitCount(startSize) != 1
        || Long.bitCount(largestDirect) != 1
        || startSize > largestDirect
        || largestDirect > 1L << 40) {
      throw head.damaged("has sizes that are no powers of 2");
    }
    offsetWidth = (bits + 7) / 8;
    long longest = Math.min(largestDirect, largestManaged);
    lengthWidth = (64 - Long.numberOfLeadingZeros(longest) + 7) / 8;
    room = file.end();
  }

  static FractalHeap read(HdfFile file, long address) throws IOException {
    Widths widths = file.widths();
    long size = 26L + 12L * widths.length() + 3L * widths.offset();
    return new FractalHeap(file, file.checked(address, size, NAME));
  }

  /** The object with the ID that a record goes on with. */
  Block object(Block id) throws IOException {
    int flags = id.u8();
    int type = flags >> 4;
    if (type == TINY) {
      return id.slice((flags & 15) + 1L, "object of a heap");
    }
    if (type != MANAGED) {
      throw id.refused(
          "The file keeps a long name or attribute outside of its heap, which is not read; copy it"
              + " with h5repack.");
    }
    long offset = id.number(offsetWidth);
    long length = id.number(lengthWidth);
    // Objects do not overlap, so that all together fit into the file.
    room -= length;
    if (room < 0) {
      throw id.damaged("has more objects than its heap");
    }
    return find(id, offset, length);
  }

  private Block find(Block id, long offset, long length) throws IOException {
    if (rootRows == 0) {
      return within(id, root, startSize, offset, length);
    }
    long address = root;
    long rows = rootRows;
    long at = offset;
    while (true) {
      int row = 0;
      while (row < rows && at >= tableWidth * size(row)) {
        at -= tableWidth * size(row);
        row++;
      }
      if (row >= rows) {
        throw id.damaged("is past the end of its heap");
      }
      int column = (int) (at / size(row));
      at %= size(row);
      long child = child(address, rows, row, column);
      if (size(row) <= largestDirect) {
        return within(id, child, size(row), at, length);
      }
      address = child;
      rows = rows(size(row));
    }
  }

  /** The size of a block in a row: the first two rows are of the same size. */
  private long size(int row) {
    return row < 2 ? startSize : startSize << Math.min(row - 1, 62 - log2(startSize * tableWidth));
  }

  /** How many rows make up an indirect block that stands for so many bytes. */
  private int rows(long size) {
    return log2(size) - log2(startSize * tableWidth) + 1;
  }

  private static int log2(long power) {
    return 63 - Long.numberOfLeadingZeros(power);
  }

  private long child(long address, long rows, int row, int column) throws IOException {
    int head = 5 + file.widths().offset() + offsetWidth;
    int width = file.widths().offset();
    long size = head + rows * tableWidth * width + 4;
    byte[] bytes = blocks.get(address);
    if (bytes == null) {
      Block block = file.checked(address, size, "indirect block of a heap");
      block.signature("FHIB");
      block.version(0);
      block.skip(head - 5L);
      bytes = block.copy(block.remaining());
      blocks.put(address, bytes);
    }
    Block table =
        new Block(file.bytes(), file.widths(), "indirect block of a heap", address, bytes);
    table.skip(((long) row * tableWidth + column) * width);
    return table.address();
  }

  private Block within(Block id, long address, long size, long at, long length) throws IOException {
    byte[] bytes = blocks.get(address);
    if (bytes == null) {
      bytes = direct(address, size);
      blocks.put(address, bytes);
    }
    Block block = new Block(file.bytes(), file.widths(), "object of a heap", address, bytes);
    if (at > bytes.length - length) {
      throw id.damaged("is past the end of its block");
    }
    block.skip(at);
    return block.slice(length, "object of a heap");
  }

  private byte[] direct(long address, long size) throws IOException {
    Block block = file.block(address, size, "direct block of a heap");
    byte[] bytes = block.copy(size);
    Block head = new Block(file.bytes(), file.widths(), "direct block of a heap", address, bytes);
    head.signature("FHDB");
    head.version(0);
    int before = 5 + file.widths().offset() + offsetWidth;
    head.skip(before - 5L);
    if (checksums) {
      int stored = (int) head.u32();
      // The checksum was taken while its own four bytes were 0.
      for (int i = before; i < before + 4; i++) {
        bytes[i] = 0;
      }
      if (Lookup3.of(bytes, 0, bytes.length) != stored) {
        throw head.damaged("does not match its checksum");
      }
    }
    return bytes;
  }
}

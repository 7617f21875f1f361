package dev.burin.hdf5;

import java.io.IOException;

/** The index of the chunks of a data set that cannot grow without limit. */
final class FixedArray {

  private static final String DATA = "data block of a fixed array";

  private FixedArray() {}

  static void chunks(HdfFile file, long address, ChunkGrid grid, long nominal, Chunks chunks)
      throws IOException {
    Widths widths = file.widths();
    Block head = file.checked(address, 12L + widths.length() + widths.offset(), "fixed array");
    head.signature("FAHD");
    head.version(0);
    ChunkEntries entries = ChunkEntries.read(head, nominal);
    int pageBits = head.u8();
    long count = head.length();
    long data = head.address();
    if (pageBits < 1 || pageBits > 30 || !fits(count, grid.largest())) {
      throw head.damaged("does not have one entry for each chunk");
    }
    if (data == HdfFile.UNDEFINED) {
      return;
    }
    long page = 1L << pageBits;
    long prefix = 6L + widths.offset();
    if (count <= page) {
      Block block = file.checked(data, prefix + count * entries.entry() + 4, DATA);
      start(block, prefix);
      entries.pass(block, count, 0, grid.largest(), chunks);
      return;
    }
    long pages = Math.ceilDiv(count, page);
    long bitmap = Math.ceilDiv(pages, 8);
    Block block = file.checked(data, prefix + bitmap + 4, DATA);
    start(block, prefix);
    byte[] written = block.copy(bitmap);
    long at = data + prefix + bitmap + 4;
    for (int i = 0; i < pages; i++) {
      long here = Math.min(page, count - i * page);
      long size = here * entries.entry() + 4;
      if ((written[i / 8] & (128 >> (i % 8))) != 0) {
        entries.pass(file.checked(at, size, DATA), here, i * page, grid.largest(), chunks);
      }
      at += size;
    }
  }

  private static void start(Block block, long prefix) throws IOException {
    block.signature("FADB");
    block.version(0);
    block.skip(prefix - 5);
  }

  /** Whether these are all the chunks that the data set may ever have. */
  private static boolean fits(long count, long[] largest) {
    long left = count;
    for (long each : largest) {
      if (each < 1 || left % each != 0) {
        return false;
      }
      left /= each;
    }
    return left == 1 && count <= Integer.MAX_VALUE;
  }
}

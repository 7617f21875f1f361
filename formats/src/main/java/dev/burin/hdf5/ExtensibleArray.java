package dev.burin.hdf5;

import java.io.IOException;

/**
 * The index of the chunks of a data set with one dimension without a limit.
 *
 * <p>Entries lie in the index block first, then in data blocks. These come in groups, numbered from
 * 0: group g has 2^(g/2) blocks of 2^((g+1)/2) times the smallest size. The index block has the
 * addresses of the blocks of the first groups; each later group has them in a secondary block.
 */
final class ExtensibleArray {

  private static final String NAME = "extensible array";

  private final HdfFile file;
  private final ChunkEntries entries;
  private final int indexEntries;
  private final int smallest;
  private final int pointers;
  private final long page;
  private final int groups;
  private final int offsetWidth;

  /** How many chunks the data set has along each dimension, the one without a limit first. */
  private final long[] counts;

  private final long total;
  private final Chunks chunks;
  private long next;

  private ExtensibleArray(HdfFile file, Block head, ChunkGrid grid, long nominal, Chunks chunks)
      throws IOException {
    this.file = file;
    head.signature("EAHD");
    head.version(0);
    entries = ChunkEntries.read(head, nominal);
    int bits = head.u8();
    indexEntries = head.u8();
    smallest = head.u8();
    pointers = head.u8();
    int pageBits = head.u8();
    if (bits < 1
        || bits > 62
        || Integer.bitCount(smallest) != 1
        || Integer.bitCount(pointers) != 1
        || pageBits > 30
        || bits < log2(smallest)) {
      throw head.damaged("has sizes that are no powers of 2");
    }
    page = 1L << pageBits;
    groups = 1 + bits - log2(smallest);
    offsetWidth = (bits + 7) / 8;
    int free = free(head, grid);
    counts = new long[grid.rank()];
    counts[0] = grid.counts()[free];
    for (int i = 0, to = 1; i < grid.rank(); i++) {
      if (i != free) {
        counts[to++] = grid.largest()[i];
      }
    }
    total = bounded(head);
    this.chunks =
        (place, chunk) -> {
          long[] straight = new long[place.length];
          for (int i = 0, from = 1; i < straight.length; i++) {
            straight[i] = i == free ? place[0] : place[from++];
          }
          chunks.chunk(straight, chunk);
        };
  }

  static void chunks(HdfFile file, long address, ChunkGrid grid, long nominal, Chunks chunks)
      throws IOException {
    Widths widths = file.widths();
    long size = 12L + 6L * widths.length() + widths.offset() + 4;
    Block head = file.checked(address, size, NAME);
    ExtensibleArray array = new ExtensibleArray(file, head, grid, nominal, chunks);
    head.skip(6L * widths.length());
    long index = head.address();
    if (index != HdfFile.UNDEFINED) {
      array.index(index);
    }
  }

  private static int free(Block head, ChunkGrid grid) throws IOException {
    int free = -1;
    for (int i = 0; i < grid.rank(); i++) {
      if (grid.largest()[i] == Dataspace.UNLIMITED) {
        if (free >= 0) {
          throw head.damaged("stands for several dimensions without a limit");
        }
        free = i;
      }
    }
    if (free < 0) {
      throw head.damaged("stands for no dimension without a limit");
    }
    return free;
  }

  /** How many entries can be those of chunks; limits of other dimensions may be far away. */
  private long bounded(Block head) throws IOException {
    long product = 1;
    for (long count : counts) {
      if (count < 1 || product > (1L << 62) / count) {
        throw head.damaged("stands for more chunks than it can have");
      }
      product *= count;
    }
    return product;
  }

  private void index(long address) throws IOException {
    int offset = file.widths().offset();
    int direct = 2 * log2(pointers);
    int blocks = 2 * (pointers - 1);
    int later = Math.max(0, groups - direct);
    long size =
        6L + offset + (long) indexEntries * entries.entry() + (long) (blocks + later) * offset + 4;
    Block block = file.checked(address, size, "index block of an extensible array");
    start(block, "EAIB", 0);
    entries(block, indexEntries);
    for (int group = 0; group < direct && group < groups; group++) {
      for (long i = 0; i < 1L << (group / 2); i++) {
        data(block.address(), group);
      }
    }
    for (int group = direct; group < groups && next < total; group++) {
      secondary(block.address(), group);
    }
  }

  private void secondary(long address, int group) throws IOException {
    long blocks = 1L << (group / 2);
    long size = smallest * (1L << ((group + 1) / 2));
    if (address == HdfFile.UNDEFINED) {
      next += blocks * size;
      return;
    }
    long pages = size > page ? size / page : 0;
    long bitmap = blocks * Math.ceilDiv(pages, 8);
    int offset = file.widths().offset();
    Block block =
        file.checked(
            address,
            6L + offset + offsetWidth + bitmap + blocks * offset + 4,
            "secondary block of an extensible array");
    start(block, "EASB", offsetWidth);
    byte[] written = block.copy(bitmap);
    for (int i = 0; i < blocks && next < total; i++) {
      if (pages == 0) {
        data(block.address(), group);
      } else {
        pages(block.address(), pages, written, i * pages);
      }
    }
  }

  /** The entries of a data block that is read whole. */
  private void data(long address, int group) throws IOException {
    long size = smallest * (1L << ((group + 1) / 2));
    if (address == HdfFile.UNDEFINED || next >= total) {
      next += size;
      return;
    }
    long prefix = 6L + file.widths().offset() + offsetWidth;
    Block block = file.checked(address, prefix + size * entries.entry() + 4, NAME);
    start(block, "EADB", offsetWidth);
    entries(block, size);
  }

  /** The entries of a data block whose pages have checksums of their own, and may be missing. */
  private void pages(long address, long pages, byte[] written, long first) throws IOException {
    if (address == HdfFile.UNDEFINED) {
      next += pages * page;
      return;
    }
    long prefix = 6L + file.widths().offset() + offsetWidth + 4;
    start(file.checked(address, prefix, NAME), "EADB", offsetWidth);
    long size = page * entries.entry() + 4;
    for (long i = 0; i < pages; i++) {
      long bit = first + i;
      if ((written[(int) (bit / 8)] & (128 >> (bit % 8))) != 0) {
        entries(file.checked(address + prefix + i * size, size, NAME), page);
      } else {
        next += page;
      }
    }
  }

  private void start(Block block, String signature, int more) throws IOException {
    block.signature(signature);
    block.version(0);
    block.skip(1L + file.widths().offset() + more);
  }

  private void entries(Block block, long count) throws IOException {
    // What follows the last chunk of the data set is room to grow.
    long used = Math.clamp(total - next, 0, count);
    entries.pass(block, used, next, counts, chunks);
    block.skip((count - used) * entries.entry());
    next += count;
  }

  private static int log2(int power) {
    return 31 - Integer.numberOfLeadingZeros(power);
  }
}

package dev.burin.hdf5;

import java.io.IOException;

/**
 * How fixed and extensible arrays write down a chunk.
 *
 * @param filtered whether size and mask follow the address
 * @param entry the size of an entry in bytes
 * @param nominal the size of a chunk that went through no filter
 */
record ChunkEntries(boolean filtered, int entry, long nominal) {

  /** Reads what the headers of both arrays say about their entries. */
  static ChunkEntries read(Block header, long nominal) throws IOException {
    int client = header.u8();
    int entry = header.u8();
    int offset = header.widths().offset();
    if (client == 0 && entry == offset) {
      return new ChunkEntries(false, entry, nominal);
    }
    if (client == 1 && entry > offset + 4 && entry <= offset + 4 + 8) {
      return new ChunkEntries(true, entry, nominal);
    }
    throw header.damaged("has entries of type " + client + " and " + entry + " bytes");
  }

  StoredChunk next(Block block) throws IOException {
    long address = block.address();
    if (!filtered) {
      return new StoredChunk(address, nominal, 0);
    }
    long size = block.number(entry - block.widths().offset() - 4);
    return new StoredChunk(address, size, (int) block.u32());
  }

  /** Reads entries and passes on those of chunks that were written. */
  void pass(Block block, long count, long first, long[] counts, Chunks chunks) throws IOException {
    for (long i = 0; i < count; i++) {
      StoredChunk chunk = next(block);
      if (chunk.address() != HdfFile.UNDEFINED) {
        chunks.chunk(ChunkGrid.place(first + i, counts), chunk);
      }
    }
  }
}

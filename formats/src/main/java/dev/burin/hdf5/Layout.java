package dev.burin.hdf5;

import java.io.IOException;

/** Where the elements of a data set are: the data layout message of version 3 and 4. */
sealed interface Layout {

  /** In the message itself. */
  record Compact(byte[] bytes) implements Layout {}

  /** In one piece, or nowhere if nothing was written. */
  record Contiguous(long address, long size) implements Layout {}

  /**
   * In chunks.
   *
   * @param chunk the dimensions of a chunk
   * @param address of the index, or of the only chunk; undefined if nothing was written
   * @param plainEdges whether chunks that reach past the data set skip all filters
   * @param only of a chunk that is alone and filtered, where and how it is
   */
  record Chunked(
      long[] chunk,
      int elementSize,
      ChunkIndex index,
      long address,
      boolean plainEdges,
      StoredChunk only)
      implements Layout {}

  static Layout read(Block block, String name) throws IOException {
    int version = block.u8();
    if (version != 3 && version != 4) {
      throw block.unreadable(version);
    }
    int layoutClass = block.u8();
    return switch (layoutClass) {
      case 0 -> new Compact(block.copy(block.u16()));
      case 1 -> new Contiguous(block.address(), block.length());
      case 2 -> version == 3 ? chunked3(block) : chunked4(block);
      case 3 ->
          throw block.refused(
              name
                  + " is a virtual data set, whose numbers are in other files; only this file is "
                  + "read.");
      default -> throw block.damaged("has a layout of class " + layoutClass);
    };
  }

  private static Layout chunked3(Block block) throws IOException {
    int rank = block.u8() - 1;
    long address = block.address();
    long[] chunk = chunk(block, rank, 4);
    int elementSize = (int) Math.min(block.u32(), Integer.MAX_VALUE);
    return new Chunked(chunk, elementSize, ChunkIndex.BTREE_1, address, false, StoredChunk.NONE);
  }

  private static Layout chunked4(Block block) throws IOException {
    int flags = block.u8();
    int rank = block.u8() - 1;
    int width = block.u8();
    if (width < 1 || width > 8) {
      throw block.damaged("has dimensions of " + width + " bytes");
    }
    long[] chunk = chunk(block, rank, width);
    int elementSize = (int) Math.min(block.number(width), Integer.MAX_VALUE);
    ChunkIndex index = ChunkIndex.of(block.u8(), block);
    boolean filteredAlone = index == ChunkIndex.SINGLE && (flags & 2) != 0;
    long size = filteredAlone ? block.length() : 0;
    int mask = filteredAlone ? (int) block.u32() : 0;
    // What writers need to let an index grow; the index repeats it.
    block.skip(index.parameters());
    long address = block.address();
    return new Chunked(
        chunk,
        elementSize,
        index,
        address,
        (flags & 1) != 0,
        filteredAlone ? new StoredChunk(address, size, mask) : StoredChunk.NONE);
  }

  private static long[] chunk(Block block, int rank, int width) throws IOException {
    if (rank < 1 || rank > 32) {
      throw block.damaged("has chunks of " + rank + " dimensions");
    }
    long[] chunk = new long[rank];
    for (int i = 0; i < rank; i++) {
      chunk[i] = block.number(width);
      if (chunk[i] == 0) {
        throw block.damaged("has chunks with a dimension of 0");
      }
    }
    return chunk;
  }
}

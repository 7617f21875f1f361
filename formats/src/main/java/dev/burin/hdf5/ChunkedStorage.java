package dev.burin.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Reads the elements of a data set that lies in chunks, each at most once. */
final class ChunkedStorage {

  private final HdfFile file;
  private final DataSet set;
  private final Layout.Chunked layout;
  private final List<Filter> filters;
  private final ChunkGrid grid;
  private final ChunkDecoder decoder;
  private final int nominal;
  private final Target target;
  private final BitSet found;

  ChunkedStorage(DataSet set, Layout.Chunked layout, List<Filter> filters, Target target)
      throws IOException {
    this.file = set.file();
    this.set = set;
    this.layout = layout;
    this.filters = filters;
    this.target = target;
    if (layout.chunk().length != set.space().rank() || layout.elementSize() != set.type().size()) {
      throw file.bytes()
          .malformed(
              "The file is damaged: the chunks of "
                  + set.name()
                  + " do not have its dimensions and type; get the file once more.");
    }
    this.grid = ChunkGrid.of(set.space(), layout.chunk());
    this.nominal = Memory.chunk(set, layout.chunk());
    this.decoder = new ChunkDecoder(file, filters, nominal);
    this.found = new BitSet(grid.total());
  }

  void read() throws IOException {
    if (layout.address() != HdfFile.UNDEFINED) {
      index();
    }
    int missing = grid.total() - found.cardinality();
    if (missing > 0) {
      fill(missing);
    }
  }

  private void index() throws IOException {
    long address = layout.address();
    boolean filtered = !filters.isEmpty();
    switch (layout.index()) {
      case BTREE_1 -> btree1(address);
      case SINGLE ->
          chunk(
              new long[grid.rank()],
              filtered ? layout.only() : new StoredChunk(address, nominal, 0));
      case IMPLICIT -> implicit(address);
      case FIXED_ARRAY -> FixedArray.chunks(file, address, grid, nominal, this::chunk);
      case EXTENSIBLE_ARRAY -> ExtensibleArray.chunks(file, address, grid, nominal, this::chunk);
      case BTREE_2 -> btree2(address, filtered);
    }
  }

  /** All chunks lie one behind the other, also those that the data set may grow to. */
  private void implicit(long address) throws IOException {
    for (int i = 0; i < grid.total(); i++) {
      long[] place = ChunkGrid.place(i, grid.counts());
      long before = 0;
      for (int k = 0; k < place.length; k++) {
        // Past the end of the file there is nothing more to count.
        before = Math.min(before * grid.largest()[k] + place[k], file.end());
      }
      long at = Math.min(address, file.end()) + before * nominal;
      chunk(place, new StoredChunk(at, nominal, 0));
    }
  }

  private void btree1(long address) throws IOException {
    int rank = grid.rank();
    Btree1.children(
        file,
        address,
        Btree1.CHUNKS,
        8 + 8 * (rank + 1),
        (key, child) -> {
          long size = key.u32();
          int skipped = (int) key.u32();
          long[] place = new long[rank];
          for (int i = 0; i < rank; i++) {
            long offset = key.number(8);
            if (offset % grid.chunk()[i] != 0) {
              throw key.damaged("has a chunk between the places of chunks");
            }
            place[i] = offset / grid.chunk()[i];
          }
          chunk(place, new StoredChunk(child, size, skipped));
        });
  }

  private void btree2(long address, boolean filtered) throws IOException {
    int rank = grid.rank();
    Btree2.records(
        file,
        address,
        filtered ? Btree2.FILTERED_CHUNKS : Btree2.CHUNKS,
        block -> {
          long at = block.address();
          int width = block.remaining() - 4 - 8 * rank;
          if (filtered && (width < 1 || width > 8)) {
            throw block.damaged("is of the wrong size");
          }
          long size = filtered ? block.number(width) : nominal;
          int skipped = filtered ? (int) block.u32() : 0;
          long[] place = new long[rank];
          for (int i = 0; i < rank; i++) {
            place[i] = block.number(8);
          }
          chunk(place, new StoredChunk(at, size, skipped));
        });
  }

  private void chunk(long[] place, StoredChunk chunk) throws IOException {
    if (!grid.contains(place)) {
      throw file.bytes()
          .damaged("chunk", file.base() + chunk.address(), "lies outside of its data set");
    }
    int number = grid.number(place);
    if (found.get(number)) {
      throw file.bytes().damaged("chunk", file.base() + chunk.address(), "is there twice");
    }
    found.set(number);
    boolean plain = layout.plainEdges() && grid.isEdge(place);
    copy(place, ByteBuffer.wrap(decoder.read(chunk, plain)).order(set.type().order()));
  }

  /** Puts the fill value into the places of all chunks that were never written. */
  private void fill(int missing) throws IOException {
    Optional<byte[]> value = FillValue.read(set.header(), set.type());
    if (value.isEmpty()) {
      throw file.bytes()
          .malformed(
              set.name()
                  + " was not written whole: "
                  + missing
                  + " of its "
                  + grid.total()
                  + " chunks are missing, and the file has no value to fill them with.");
    }
    if (!DataSet.isZero(value.get())) {
      ByteBuffer fill = DataSet.repeated(value.get(), nominal, set.type());
      for (int i = found.nextClearBit(0); i < grid.total(); i = found.nextClearBit(i + 1)) {
        copy(ChunkGrid.place(i, grid.counts()), fill);
      }
    }
  }

  /** Passes the elements of a chunk on, without those that lie outside of the data set. */
  private void copy(long[] place, ByteBuffer chunk) throws IOException {
    new ChunkCopy(grid, place, chunk, set.type().size(), target).run();
  }
}

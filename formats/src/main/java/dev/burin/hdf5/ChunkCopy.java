package dev.burin.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Passes the elements of one chunk on, in the longest runs that are together in both. */
final class ChunkCopy {

  private final long[] dimensions;
  private final long[] chunk;
  private final long[] first;
  private final ByteBuffer elements;
  private final int elementSize;
  private final Target target;

  /** From this dimension on, chunk and data set are equally wide and lie in one piece. */
  private final int whole;

  ChunkCopy(ChunkGrid grid, long[] place, ByteBuffer elements, int elementSize, Target target) {
    this.dimensions = grid.dimensions();
    this.chunk = grid.chunk();
    this.elements = elements;
    this.elementSize = elementSize;
    this.target = target;
    this.first = new long[place.length];
    for (int i = 0; i < place.length; i++) {
      first[i] = place[i] * chunk[i];
    }
    int from = chunk.length;
    while (from > 0 && chunk[from - 1] == dimensions[from - 1]) {
      from--;
    }
    this.whole = from;
  }

  void run() throws IOException {
    run(0, 0, 0);
  }

  /** The elements from a dimension on, behind places in the data set and the chunk. */
  private void run(int dimension, long to, long from) throws IOException {
    int last = Math.max(0, whole - 1);
    long here = Math.min(chunk[dimension], dimensions[dimension] - first[dimension]);
    long start = to * dimensions[dimension] + first[dimension];
    if (dimension == last) {
      long run = here;
      long at = start;
      long source = from * chunk[dimension];
      for (int i = dimension + 1; i < chunk.length; i++) {
        run *= chunk[i];
        at *= chunk[i];
        source *= chunk[i];
      }
      target.put((int) at, elements, (int) source * elementSize, (int) run);
      return;
    }
    for (long i = 0; i < here; i++) {
      run(dimension + 1, start + i, from * chunk[dimension] + i);
    }
  }
}

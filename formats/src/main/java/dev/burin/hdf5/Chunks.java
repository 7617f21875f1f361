package dev.burin.hdf5;

import java.io.IOException;

/** Takes the chunks that an index knows, in any order. */
interface Chunks {

  /**
   * One chunk.
   *
   * @param place the place among the chunks along each dimension, not yet checked
   */
  void chunk(long[] place, StoredChunk chunk) throws IOException;
}

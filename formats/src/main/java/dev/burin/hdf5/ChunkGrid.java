package dev.burin.hdf5;

/**
 * The chunks of a data set, counted along each dimension.
 *
 * @param dimensions of the data set
 * @param chunk the dimensions of a chunk
 * @param counts how many chunks hold the data set as it is
 * @param largest how many hold it as large as it may become, -1 for no limit
 */
record ChunkGrid(long[] dimensions, long[] chunk, long[] counts, long[] largest) {

  static ChunkGrid of(Dataspace space, long[] chunk) {
    int rank = chunk.length;
    long[] counts = new long[rank];
    long[] largest = new long[rank];
    for (int i = 0; i < rank; i++) {
      counts[i] = Math.ceilDiv(space.dimensions()[i], chunk[i]);
      long most = space.largest()[i];
      largest[i] = most == Dataspace.UNLIMITED ? most : Math.ceilDiv(most, chunk[i]);
    }
    return new ChunkGrid(space.dimensions(), chunk, counts, largest);
  }

  int rank() {
    return chunk.length;
  }

  /** How many chunks hold the data set: no more than it has elements. */
  int total() {
    return (int) product(counts);
  }

  static long product(long[] counts) {
    long product = 1;
    for (long count : counts) {
      product *= count;
    }
    return product;
  }

  /** The place of a chunk along each dimension, from its number in row-major order. */
  static long[] place(long number, long[] counts) {
    long[] place = new long[counts.length];
    long left = number;
    for (int i = counts.length - 1; i >= 0; i--) {
      place[i] = left % counts[i];
      left /= counts[i];
    }
    return place;
  }

  boolean contains(long[] place) {
    for (int i = 0; i < place.length; i++) {
      if (place[i] < 0 || place[i] >= counts[i]) {
        return false;
      }
    }
    return true;
  }

  /** The number of a chunk in row-major order. */
  int number(long[] place) {
    long number = 0;
    for (int i = 0; i < place.length; i++) {
      number = number * counts[i] + place[i];
    }
    return (int) number;
  }

  /** Whether a chunk reaches past the end of the data set. */
  boolean isEdge(long[] place) {
    for (int i = 0; i < place.length; i++) {
      if ((place[i] + 1) * chunk[i] > dimensions[i]) {
        return true;
      }
    }
    return false;
  }
}

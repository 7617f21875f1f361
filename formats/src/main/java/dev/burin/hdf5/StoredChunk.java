package dev.burin.hdf5;

/**
 * A chunk as it is in the file.
 *
 * @param size in bytes, as stored
 * @param skipped bit i says that the chunk did not go through filter i
 */
record StoredChunk(long address, long size, int skipped) {

  static final StoredChunk NONE = new StoredChunk(HdfFile.UNDEFINED, 0, 0);
}

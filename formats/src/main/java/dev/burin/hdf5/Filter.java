package dev.burin.hdf5;

import java.util.List;

/**
 * A step that chunks went through on their way into the file.
 *
 * @param id as registered with the HDF Group
 * @param elementSize what shuffle was told
 */
record Filter(int id, int elementSize) {

  static final int DEFLATE = 1;
  static final int SHUFFLE = 2;
  static final int FLETCHER32 = 3;

  static final List<Integer> READ = List.of(DEFLATE, SHUFFLE, FLETCHER32);

  String name() {
    return switch (id) {
      case DEFLATE -> "gzip";
      case SHUFFLE -> "shuffle";
      case FLETCHER32 -> "fletcher32";
      case 4 -> "szip";
      case 5 -> "nbit";
      case 6 -> "scaleoffset";
      case 307 -> "bzip2";
      case 32000 -> "lzf";
      case 32001 -> "blosc";
      case 32004 -> "lz4";
      case 32008 -> "bitshuffle";
      case 32015 -> "zstd";
      case 32026 -> "blosc2";
      default -> "number " + id;
    };
  }
}

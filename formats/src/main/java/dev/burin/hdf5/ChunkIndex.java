package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;

/** The ways in which a file can say where its chunks are. */
enum ChunkIndex {
  BTREE_1(0),
  SINGLE(0),
  IMPLICIT(0),
  FIXED_ARRAY(1),
  EXTENSIBLE_ARRAY(5),
  BTREE_2(6);

  private final int parameters;

  ChunkIndex(int parameters) {
    this.parameters = parameters;
  }

  /** How many bytes the layout message keeps for the writers of such an index. */
  int parameters() {
    return parameters;
  }

  /** The index with the number that the layout message of version 4 has for it. */
  static ChunkIndex of(int number, Block block) throws MalformedFileException {
    return switch (number) {
      case 1 -> SINGLE;
      case 2 -> IMPLICIT;
      case 3 -> FIXED_ARRAY;
      case 4 -> EXTENSIBLE_ARRAY;
      case 5 -> BTREE_2;
      default -> throw block.damaged("has an index of chunks of type " + number);
    };
  }
}

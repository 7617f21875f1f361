package dev.burin.hdf5;

import dev.burin.file.MalformedFileException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The dimensions of a data set.
 *
 * @param dimensions as they are, none for a single number
 * @param largest as they may become, -1 for no limit; what the indexes of chunks count by
 */
record Dataspace(long[] dimensions, long[] largest) {

  static final long UNLIMITED = -1;

  private static final int MOST_DIMENSIONS = 32;
  private static final int NULL = 2;

  static Dataspace read(Block block, String name) throws MalformedFileException {
    return parse(block)
        .orElseThrow(
            () -> block.refused(name + " is without any numbers, not even an array of none."));
  }

  /** How many elements there are, as far as a long can count them; none where there is no array. */
  static long elements(Block block) throws MalformedFileException {
    Optional<Dataspace> space = parse(block);
    long elements = space.isEmpty() ? 0 : 1;
    for (long dimension : space.map(Dataspace::dimensions).orElse(new long[0])) {
      boolean over = dimension > 0 && elements > Long.MAX_VALUE / dimension;
      elements = over ? Long.MAX_VALUE : elements * dimension;
    }
    return elements;
  }

  private static Optional<Dataspace> parse(Block block) throws MalformedFileException {
    int version = block.u8();
    if (version != 1 && version != 2) {
      throw block.unreadable(version);
    }
    int rank = block.u8();
    int flags = block.u8();
    int type = block.u8();
    if (version == 2 && type == NULL) {
      return Optional.empty();
    }
    if (rank > MOST_DIMENSIONS) {
      throw block.damaged("has " + rank + " dimensions");
    }
    block.skip(version == 1 ? 4 : 0);
    long[] dimensions = new long[rank];
    for (int i = 0; i < rank; i++) {
      dimensions[i] = block.length();
    }
    long[] largest = dimensions.clone();
    if ((flags & 1) != 0) {
      for (int i = 0; i < rank; i++) {
        long most = block.bits(block.widths().length());
        boolean unlimited = most == -1L >>> (64 - 8 * block.widths().length());
        if (!unlimited && (most < 0 || most < dimensions[i])) {
          throw block.damaged(
              "has a dimension of " + dimensions[i] + ", more than its own limit of " + most);
        }
        largest[i] = unlimited ? UNLIMITED : most;
      }
    }
    return Optional.of(new Dataspace(dimensions, largest));
  }

  int rank() {
    return dimensions.length;
  }

  /** The dimensions as they are written: {@code [209, 64, 64, 3]}. */
  String text() {
    return Arrays.toString(dimensions);
  }
}

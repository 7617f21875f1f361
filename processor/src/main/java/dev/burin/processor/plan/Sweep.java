package dev.burin.processor.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A walk over neighbouring columns whose panels have one width: blocks of columns, and for each
 * block tiles of falling height over the rows.
 *
 * @param first the first column
 * @param columns how many columns are walked: a multiple of the panel
 * @param panel the width of one panel in memory
 * @param lanes the lanes of a vector
 * @param vectors the vectors of a block
 * @param heights the rows of the tiles, falling; the last is 1 where the count of rows is not known
 */
public record Sweep(
    int first, int columns, int panel, int lanes, int vectors, List<Integer> heights) {

  /** Copies the list and checks that blocks fill a panel exactly. */
  public Sweep {
    heights = List.copyOf(heights);
    if (panel % (lanes * vectors) != 0 || columns % panel != 0) {
      throw new IllegalArgumentException(
          "Blocks of %d x %d do not fill panels of %d in %d columns."
              .formatted(vectors, lanes, panel, columns));
    }
  }

  /** The same walk in other tiles. */
  Sweep withHeights(List<Integer> others) {
    return new Sweep(first, columns, panel, lanes, vectors, others);
  }

  /** The columns of one block. */
  public int block() {
    return lanes * vectors;
  }

  /** Whether a panel holds more than one block. */
  public boolean splitsPanels() {
    return block() < panel;
  }

  /** The column after the last. */
  public int end() {
    return first + columns;
  }

  @Override
  public String toString() {
    return "columns %d..%d in tiles of %s rows x %d vectors of %d"
        .formatted(
            first,
            end() - 1,
            heights.stream().map(String::valueOf).collect(Collectors.joining("/")),
            vectors,
            lanes);
  }
}

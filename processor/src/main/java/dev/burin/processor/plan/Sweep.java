package dev.burin.processor.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A walk over neighbouring columns whose panels have one width: blocks of columns, and for each
 * block tiles of falling height over the rows.
 *
 * @param first the first column
 * @param columns how many columns are walked: a multiple of the panel
 * @param last whether these are the last columns of their layer; if not, one panel follows
 * @param panel the width of one panel in memory
 * @param lanes the lanes of a vector
 * @param vectors the vectors of a block
 * @param heights the rows of a step, falling; the last is 1 where the count of rows is not known
 * @param highest the rows of the highest tile: a greater height is cut into tiles
 */
public record Sweep(
    int first,
    int columns,
    boolean last,
    int panel,
    int lanes,
    int vectors,
    List<Integer> heights,
    int highest) {

  /** Copies the list and checks that blocks fill a panel exactly. */
  public Sweep {
    heights = List.copyOf(heights);
    if (panel % (lanes * vectors) != 0 || columns % panel != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Blocks of %d x %d do not fill panels of %d in %d columns.",
              vectors,
              lanes,
              panel,
              columns));
    }
  }

  /** The rows of the tiles that a height is cut into. */
  public List<Integer> tiles(int height) {
    return cut(height, highest);
  }

  /** As few tiles as can be, as equal as can be, falling. */
  static List<Integer> cut(int height, int highest) {
    int count = (height + highest - 1) / highest;
    return IntStream.range(0, count)
        .mapToObj(i -> height / count + (i < height % count ? 1 : 0))
        .toList();
  }

  /** The rows of all tiles of the walk, falling, each once. */
  public List<Integer> tiles() {
    return heights.stream()
        .flatMap(height -> tiles(height).stream())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** The sums of a tile of some rows. */
  public int sums(int rows) {
    return rows * vectors;
  }

  /** Whether the walk is over the last panel alone, which is of another width. */
  public boolean tail() {
    return first > 0;
  }

  /** What the method of a tile is called, after the name of its equation's method. */
  public String tileName(int rows) {
    return (tail() ? "TailRows" : "Rows") + rows;
  }

  /** What the method that copies a tile's columns is called, before the number of its layer. */
  public String packName() {
    return tail() ? "packTailGradients" : "packGradients";
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
    return String.format(
        Locale.ROOT,
        "columns %d..%d in tiles of %s rows x %d vectors of %d",
        first,
        end() - 1,
        tiles().stream().map(String::valueOf).collect(Collectors.joining("/")),
        vectors,
        lanes);
  }
}

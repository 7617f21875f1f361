package dev.burin.processor.plan;

import java.util.List;

/**
 * Panels whose sums one sample carries at once, so that enough independent chains hide the latency
 * of the multiply-add.
 *
 * @param first the first column
 * @param widths the widths of the neighbouring panels
 * @param repeat how many times the group follows itself
 */
public record RowGroup(int first, List<Integer> widths, int repeat) {

  /** Copies the list. */
  public RowGroup {
    widths = List.copyOf(widths);
  }

  /** The column after the last of all repetitions. */
  public int end() {
    return first + repeat * columns();
  }

  /** The vectors of one group. */
  public int vectors(int lanes) {
    return columns() / lanes;
  }

  /** What its method is called, after the name of its equation's method. */
  public String name() {
    return first == 0 ? "OneRowPanels" : "OneRowRest";
  }

  /** The columns of one group. */
  public int columns() {
    return widths.stream().mapToInt(Integer::intValue).sum();
  }
}

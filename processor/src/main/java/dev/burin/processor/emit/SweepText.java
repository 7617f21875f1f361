package dev.burin.processor.emit;

import dev.burin.processor.plan.Sweep;
import java.util.List;
import java.util.function.IntConsumer;

/** The loops that walk a sweep: over its blocks of columns, and over rows in falling heights. */
final class SweepText {

  private SweepText() {}

  /**
   * Opens the loops over the blocks of columns; {@code j} is the first column of a block and {@code
   * w} the place of its first weight.
   *
   * @param start the place of the first panel
   * @param rows the rows of a panel
   */
  static void open(Body body, Sweep sweep, String start, String rows) {
    if (sweep.splitsPanels()) {
      body.open(
          "for (int panel = %d; panel < %d; panel += %d)",
          sweep.first(), sweep.end(), sweep.panel());
      body.open("for (int j = panel; j < panel + %d; j += %d)", sweep.panel(), sweep.block());
      body.line("int w = %spanel * %s + (j - panel)", start, rows);
    } else {
      body.open("for (int j = %d; j < %d; j += %d)", sweep.first(), sweep.end(), sweep.block());
      body.line("int w = %sj * %s", start, rows);
    }
  }

  static void close(Body body, Sweep sweep) {
    body.close();
    if (sweep.splitsPanels()) {
      body.close();
    }
  }

  /** Walks rows from {@code first} to {@code last} with the tallest tiles that still fit. */
  static void rows(
      Body body, List<Integer> heights, String row, String first, String last, IntConsumer step) {
    body.line("int %s = %s", row, first);
    for (int height : heights) {
      if (height == 1) {
        body.open("for (; %s < %s; %s++)", row, last, row);
      } else {
        body.open("for (; %s + %d <= %s; %s += %d)", row, height, last, row, height);
      }
      step.accept(height);
      body.close();
    }
  }
}

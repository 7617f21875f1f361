package dev.burin.processor.emit;

import java.util.List;
import java.util.function.IntConsumer;

/** The loops that walk rows in falling heights. */
final class SweepText {

  private SweepText() {}

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

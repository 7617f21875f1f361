package dev.burin.train;

import dev.burin.network.Decision;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which class the targets of a sample name. */
final class Truth {

  private Truth() {}

  /** Why a row of targets names no class, or null. */
  static @Nullable String refusal(double[] y, int row, int width, int sample) {
    if (width == 1) {
      return y[row] == 0 || y[row] == 1
          ? null
          : String.format(
              Locale.ROOT,
              "The target of sample %d is %s, but a single output is judged against 0 or 1.",
              sample,
              y[row]);
    }
    int truth = Decision.of(y, row * width, width);
    if (truth == Decision.NONE) {
      return String.format(
          Locale.ROOT,
          "The target of sample %d tells no class: it holds NaN, or infinity twice.",
          sample);
    }
    for (int j = truth + 1; j < width; j++) {
      if (y[row * width + j] == y[row * width + truth]) {
        return String.format(
            Locale.ROOT,
            "The targets of sample %d name no class: columns %d and %d both hold %s, the"
                + " greatest; one class is judged at a time.",
            sample,
            truth,
            j,
            y[row * width + j]);
      }
    }
    return null;
  }

  /** Whether several targets are 1 for one class and 0 for all others. */
  static boolean oneHot(double[] y, int row, int width) {
    int ones = 0;
    int zeros = 0;
    for (int j = row * width; j < (row + 1) * width; j++) {
      ones += y[j] == 1 ? 1 : 0;
      zeros += y[j] == 0 ? 1 : 0;
    }
    return ones == 1 && ones + zeros == width;
  }
}

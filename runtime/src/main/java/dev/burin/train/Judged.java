package dev.burin.train;

import dev.burin.Loss;
import dev.burin.network.Decision;
import dev.burin.shape.NetworkShape;
import org.jspecify.annotations.Nullable;

/** The answers to samples and what was wanted, as they come in, and whether these are classes. */
final class Judged {

  private static final double[] NONE = {};

  final int[] samples;
  final int width;
  final double[] outputs;

  /** Empty where the loss knows classes only. */
  final double[] targets;

  final int[] truth;
  final int[] answers;

  /** Why the targets name no classes, or null where they do. */
  @Nullable String refusal;

  private final boolean fuses;
  private double high = Double.NaN;
  private double low = Double.NaN;
  private boolean twoNumbers = true;

  Judged(NetworkShape shape, int[] samples) {
    this.samples = samples;
    this.width = shape.outputs();
    this.fuses = shape.loss().fusesActivation();
    int all = Fit.elements("outputs", samples.length, width);
    this.outputs = new double[all];
    this.targets = fuses ? NONE : new double[all];
    this.truth = new int[samples.length];
    this.answers = new int[samples.length];
  }

  /**
   * Takes the targets of some rows, whose outputs are there.
   *
   * @throws IllegalArgumentException if they name no class and the loss, such as {@link
   *     Loss#CROSS_ENTROPY}, is for classes
   */
  void take(int from, int count, double[] y) {
    if (!fuses) {
      System.arraycopy(y, 0, targets, from * width, count * width);
    }
    for (int row = 0; row < count && refusal == null; row++) {
      refusal = Truth.refusal(y, row, width, samples[from + row]);
      if (refusal != null && fuses) {
        throw new IllegalArgumentException(refusal);
      }
      int at = from + row;
      truth[at] = Decision.of(y, row * width, width);
      answers[at] = Decision.of(outputs, at * width, width);
      twoNumbers &= width == 1 || isHigh(y, row, truth[at]);
    }
  }

  /** Whether the targets of a row are the one number for its class and the other for the rest. */
  private boolean isHigh(double[] y, int row, int hot) {
    if (Double.isNaN(high)) {
      high = y[row * width + hot];
      low = y[row * width + (hot == 0 ? 1 : 0)];
    }
    for (int j = 0; j < width; j++) {
      if (y[row * width + j] != (j == hot ? high : low)) {
        return false;
      }
    }
    return true;
  }

  /** Whether classes are what was wanted, and not numbers, of which one may be the greatest. */
  boolean areClasses() {
    return fuses || (refusal == null && twoNumbers);
  }
}

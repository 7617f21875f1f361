package dev.burin.kernel;

/** The constants of the losses that depend on the batch. */
final class Losses {

  private Losses() {}

  /** What L1 multiplies {@code a - y} with. */
  static double factor(NetworkShape shape, int n) {
    return switch (shape.loss()) {
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY, HALF_MEAN_SQUARED_ERROR -> 1.0 / n;
      case MEAN_SQUARED_ERROR -> 2.0 / ((double) n * shape.outputs());
    };
  }

  /** What the sum of the rows' losses is multiplied with. */
  static double mean(NetworkShape shape, int n) {
    return switch (shape.loss()) {
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> 1.0 / n;
      case HALF_MEAN_SQUARED_ERROR -> 0.5 / n;
      case MEAN_SQUARED_ERROR -> 1.0 / ((double) n * shape.outputs());
    };
  }
}

package dev.burin.network;

import dev.burin.shape.NetworkShape;

/** The constants of the losses that depend on the batch. */
final class Losses {

  private Losses() {}

  /**
   * What L1 multiplies the derivative of the loss of a row with, {@code a - y} for most of them. A
   * weight of 1 among as many rows as their weights sum to gives the factor of rows without
   * weights, to the last bit.
   *
   * @param weight the weight of the row; 1 where rows have none
   * @param n the sum of the weights of the batch; the number of its rows where they have none
   */
  static double factor(NetworkShape shape, double weight, double n) {
    return switch (shape.loss()) {
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY, HALF_MEAN_SQUARED_ERROR -> weight / n;
      case MEAN_SQUARED_ERROR -> 2.0 * weight / (n * shape.outputs());
      case MEAN_ABSOLUTE_ERROR, HUBER -> weight / (n * shape.outputs());
    };
  }

  /**
   * What the sum of the rows' losses is multiplied with.
   *
   * @param n the sum of the weights of the batch; the number of its rows where they have none
   */
  static double mean(NetworkShape shape, double n) {
    return switch (shape.loss()) {
      case BINARY_CROSS_ENTROPY, CROSS_ENTROPY -> 1.0 / n;
      case HALF_MEAN_SQUARED_ERROR -> 0.5 / n;
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> 1.0 / (n * shape.outputs());
    };
  }
}

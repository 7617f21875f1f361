package dev.burin.network;

import dev.burin.kernel.FloatWorkspace;
import dev.burin.shape.NetworkShape;
import java.util.Arrays;

/** What a batch says of its rows beside their numbers: how much each counts, and what it drops. */
final class FloatRowFactors {

  private static final float[] NONE = {};

  private final NetworkShape shape;
  private float[] weights = NONE;
  private double total;
  private boolean drops;
  private long seed;
  private long step;
  private long firstRow;

  FloatRowFactors(NetworkShape shape) {
    this.shape = shape;
  }

  /**
   * Takes the weights of the next samples.
   *
   * @param weights one for each sample, or empty where samples have none
   * @param total the sum of the weights, or the number of samples where they have none
   */
  void weights(float[] weights, double total) {
    this.weights = weights;
    this.total = total;
  }

  /** A training may live longer than the arrays of its caller. */
  void forgetWeights() {
    weights = NONE;
  }

  /**
   * Which inputs gradients drop from now on.
   *
   * @param firstRow the number of the first sample in its batch
   * @throws IllegalArgumentException if it is negative
   */
  void dropout(long seed, long step, long firstRow) {
    if (firstRow < 0) {
      throw new IllegalArgumentException(
          "The first row is number " + firstRow + " of its batch, not 0 or more.");
    }
    this.drops = true;
    this.seed = seed;
    this.step = step;
    this.firstRow = firstRow;
  }

  /** From now on gradients drop no inputs. */
  void withoutDropout() {
    this.drops = false;
  }

  /** Tells a workspace what L1 and D1 need to know of rows from {@code first} on. */
  void describe(FloatWorkspace ws, int first, int rows) {
    if (drops) {
      ws.mask.draw(seed, step, firstRow + first);
    } else {
      ws.mask.keepAll();
    }
    if (weights.length == 0) {
      Arrays.fill(ws.factor, 0, rows, (float) Losses.factor(shape, 1, total));
      return;
    }
    for (int row = 0; row < rows; row++) {
      ws.factor[row] = (float) Losses.factor(shape, weights[first + row], total);
    }
  }

  /** Adds the losses of rows to a sum: samples of a block ascending in one chain. */
  double addLosses(double sum, FloatWorkspace ws, int first, int rows) {
    if (weights.length == 0) {
      for (int row = 0; row < rows; row++) {
        sum += ws.loss[row];
      }
      return sum;
    }
    for (int row = 0; row < rows; row++) {
      sum += FloatRowWeights.times(weights[first + row], ws.loss[row]);
    }
    return sum;
  }

  /** The mean cost, from the sum of the losses. */
  double mean(double losses) {
    return losses * Losses.mean(shape, total);
  }
}

package dev.burin.spark;

import dev.burin.network.FloatBatch;

/** A block as gradients are computed of it. */
final class BlockBatch implements FloatBatch {

  private final BlockRows rows;
  private final float[] quotients;
  private final float[] weights;

  /**
   * A block.
   *
   * @param quotients what each byte stands for, {@code [256]}
   */
  BlockBatch(BlockRows rows, float[] quotients) {
    this.rows = rows;
    this.quotients = quotients;
    this.weights = new float[rows.weights().length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) rows.weights()[i];
    }
  }

  @Override
  public void read(int from, int to, float[] x, int xAt, float[] y, int yAt) {
    rows.read(from, to, quotients, x, xAt, y, yAt);
  }

  @Override
  public float[] weights() {
    return weights;
  }
}

package dev.burin.spark;

import dev.burin.network.Decision;
import dev.burin.network.DoubleNetwork;

/** The {@link Batch} of double networks. */
final class DoubleRows implements Batch {

  private final DoubleNetwork network;
  private final int outputs;
  private final double[] x;
  private final double[] out;

  DoubleRows(DoubleNetwork network, int rows) {
    this.network = network;
    this.outputs = network.shape().outputs();
    this.x = new double[Math.multiplyExact(rows, network.shape().inputs())];
    this.out = new double[Math.multiplyExact(rows, outputs)];
  }

  @Override
  public boolean put(int at, double value) {
    x[at] = value;
    return Double.isFinite(value);
  }

  @Override
  public void compute(int n) {
    if (n == 1) {
      network.outputs(x, 0, out, 0);
    } else {
      network.outputs(x, n, out);
    }
  }

  @Override
  public double output(int at) {
    return out[at];
  }

  @Override
  public int decision(int row) {
    return Decision.of(out, row * outputs, outputs);
  }
}

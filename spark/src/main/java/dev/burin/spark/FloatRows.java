package dev.burin.spark;

import dev.burin.network.Decision;
import dev.burin.network.FloatNetwork;

/** The {@link Batch} of float networks. */
final class FloatRows implements Batch {

  private final FloatNetwork network;
  private final int outputs;
  private final FloatInputs x;
  private final float[] out;

  FloatRows(FloatNetwork network, int rows) {
    this.network = network;
    this.outputs = network.shape().outputs();
    this.x = new FloatInputs(Math.multiplyExact(rows, network.shape().inputs()));
    this.out = new float[Math.multiplyExact(rows, outputs)];
  }

  @Override
  public InputRow inputs() {
    return x;
  }

  @Override
  public void compute(int n) {
    if (n == 1) {
      network.outputs(x.array(), 0, out, 0);
    } else {
      network.outputs(x.array(), n, out);
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

package dev.burin.train;

import dev.burin.data.Samples;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.network.FloatNetwork;

/** The {@link Look} at float networks. */
final class FloatLook implements Look {

  private final FloatNetwork network;
  private final Samples samples;
  private final FloatTwin twin;
  private final FloatWorkspace ws;
  private final float[] x;
  private final float[] y;

  FloatLook(FloatNetwork network, Samples samples) {
    this.network = network;
    this.samples = samples;
    this.twin = new FloatTwin(network.shape());
    this.ws = FloatWorkspace.forInference(network.layout(), 1);
    this.x = new float[samples.inputs()];
    this.y = new float[samples.outputs()];
  }

  @Override
  public void sample(int row) {
    samples.copy(new int[] {row}, 0, 1, x, y);
    twin.forward(network.parameters(), x, 0, 0, 1, ws);
  }

  @Override
  public double output(int layer, int unit) {
    return ws.a[layer][unit];
  }
}

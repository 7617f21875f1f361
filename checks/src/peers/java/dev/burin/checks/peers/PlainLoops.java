package dev.burin.checks.peers;

import dev.burin.Activation;
import dev.burin.network.FloatNetwork;
import dev.burin.shape.LayerLayout;
import java.util.List;

/** The network as most would write it in Java: weights of an output in a row, three loops. */
final class PlainLoops {

  private final List<LayerLayout> layers;
  private final float[][][] w;
  private final float[][] b;
  private final float[][] a;

  PlainLoops(FloatNetwork network) {
    layers = network.layout().layers();
    float[] p = network.parameters();
    w = new float[layers.size()][][];
    b = new float[layers.size()][];
    a = new float[layers.size()][];
    for (LayerLayout layer : layers) {
      int l = layer.number() - 1;
      w[l] = new float[layer.out()][layer.in()];
      b[l] = new float[layer.out()];
      a[l] = new float[layer.out()];
      layer.dense().forEachWeight((j, k, at) -> w[l][j][k] = p[at]);
      layer.dense().forEachBias((j, at) -> b[l][j] = p[at]);
    }
  }

  /** The outputs of n samples. */
  void run(float[] x, int n, float[] out) {
    int width = layers.getFirst().in();
    int outputs = layers.getLast().out();
    float[] a0 = new float[width];
    for (int s = 0; s < n; s++) {
      System.arraycopy(x, s * width, a0, 0, width);
      float[] from = a0;
      for (int l = 0; l < w.length; l++) {
        layer(l, from, a[l]);
        from = a[l];
      }
      System.arraycopy(from, 0, out, s * outputs, outputs);
    }
  }

  private void layer(int l, float[] from, float[] to) {
    for (int j = 0; j < to.length; j++) {
      float[] row = w[l][j];
      float z = b[l][j];
      for (int k = 0; k < row.length; k++) {
        z += row[k] * from[k];
      }
      to[j] = z;
    }
    activate(layers.get(l).layer().activation(), to);
  }

  private static void activate(Activation activation, float[] z) {
    switch (activation) {
      case IDENTITY -> {}
      case RELU -> {
        for (int j = 0; j < z.length; j++) {
          z[j] = Math.max(0, z[j]);
        }
      }
      case SIGMOID -> {
        for (int j = 0; j < z.length; j++) {
          z[j] = (float) (1 / (1 + Math.exp(-z[j])));
        }
      }
      case SOFTMAX -> {
        float greatest = Float.NEGATIVE_INFINITY;
        for (float each : z) {
          greatest = Math.max(greatest, each);
        }
        float sum = 0;
        for (int j = 0; j < z.length; j++) {
          z[j] = (float) Math.exp(z[j] - greatest);
          sum += z[j];
        }
        for (int j = 0; j < z.length; j++) {
          z[j] /= sum;
        }
      }
      default -> throw new IllegalArgumentException("No peer computes " + activation + " here.");
    }
  }
}

package dev.burin.network;

import dev.burin.kernel.CompactLayer;
import dev.burin.shape.LayerLayout;
import dev.burin.shape.ParameterLayout;
import dev.burin.shape.Storage;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

/**
 * Puts whole numbers of eight bits and their scales into compact layers; what is put for a weight
 * in {@link Storage#PANELS} is one of these numbers, and what it is multiplied with is its scale.
 *
 * @param layout where the parameters of the whole network would lie
 * @param layers the layers in their order
 */
record CompactSink(ParameterLayout layout, List<CompactLayer> layers) implements ParameterSink {

  @Override
  public void put(int at, int step, double[] values, int from, int count) {
    LayerLayout layer = layerOf(at);
    CompactLayer compact = layers.get(layer.number() - 1);
    int own = at - layer.weights();
    if (layer.storage() == Storage.ROWS) {
      put(compact.rows(), own, step, values, from, count);
    } else if (at >= layer.bias()) {
      put(compact.bias(), at - layer.bias(), step, values, from, count);
    } else {
      byte[] q = compact.q();
      for (int i = 0; i < count; i++) {
        q[own + i * step] = (byte) values[from + i];
      }
    }
  }

  @Override
  public int putRows(
      int at, int rowStep, int columnStep, ByteBuffer numbers, int rows, int columns) {
    FloatBuffer from = numbers.asFloatBuffer();
    double[] row = new double[columns];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        row[k] = from.get(i * columns + k);
        if (!Double.isFinite(row[k])) {
          return i * columns + k;
        }
      }
      put(at + i * rowStep, columnStep, row, 0, columns);
    }
    return -1;
  }

  private static void put(float[] to, int at, int step, double[] values, int from, int count) {
    for (int i = 0; i < count; i++) {
      to[at + i * step] = (float) values[from + i];
    }
  }

  @Override
  public void multiply(int at, int step, int count, double factor) {
    LayerLayout layer = layerOf(at);
    CompactLayer compact = layers.get(layer.number() - 1);
    int own = at - layer.weights();
    float rounded = (float) factor;
    if (layer.storage() == Storage.PANELS) {
      compact.scale()[output(layer, own)] = rounded;
      return;
    }
    float[] rows = compact.rows();
    for (int i = 0; i < count; i++) {
      rows[own + i * step] *= rounded;
    }
  }

  private LayerLayout layerOf(int at) {
    for (LayerLayout layer : layout.layers()) {
      if (at < layer.end()) {
        return layer;
      }
    }
    throw new IndexOutOfBoundsException(
        "Parameter " + at + " of " + layout.length() + " elements was given.");
  }

  /** The output of the weight at an index of a layer in panels. */
  private static int output(LayerLayout layer, int own) {
    int panel = Math.min(own / (layer.panel() * layer.in()), layer.panels() - 1);
    int within = own - panel * layer.panel() * layer.in();
    return panel * layer.panel() + within % layer.panelWidth(panel);
  }
}

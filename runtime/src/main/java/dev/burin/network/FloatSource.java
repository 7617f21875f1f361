package dev.burin.network;

import dev.burin.shape.LayerLayout;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** Reads weights of one layer out of the live parameters of a float network, row by row. */
final class FloatSource {

  private static final int TILE = FloatSink.TILE;
  private static final int EIGHT = FloatSink.EIGHT;

  private final float[] parameters;
  private final LayerLayout layer;
  private final float[] tile = new float[EIGHT * TILE];

  FloatSource(float[] parameters, LayerLayout layer) {
    this.parameters = parameters;
    this.layer = layer;
  }

  /** As {@link NeuralNetwork#weights} says. */
  void weights(int first, int outputs, ByteBuffer to) {
    int in = layer.in();
    FloatBuffer rows = to.asFloatBuffer();
    for (int k = 0; k < in; k += TILE) {
      int length = Math.min(TILE, in - k);
      for (int i = 0; i < outputs; ) {
        int j = first + i;
        int at = layer.weight(j, k);
        boolean eight =
            layer.outputStep() == 1 && Math.min(layer.endOfPanel(j) - j, outputs - i) >= EIGHT;
        if (eight) {
          eightRows(at, layer.inputStep(j), length);
        } else {
          oneRow(at, layer.inputStep(j), length);
        }
        int together = eight ? EIGHT : 1;
        for (int r = 0; r < together; r++) {
          rows.put((i + r) * in + k, tile, r * TILE, length);
        }
        i += together;
      }
    }
    to.position(to.position() + outputs * in * Float.BYTES);
  }

  private void eightRows(int at, int step, int length) {
    float[] from = parameters;
    float[] to = tile;
    for (int k = 0; k < length; k++) {
      int w = at + k * step;
      to[k] = from[w];
      to[k + TILE] = from[w + 1];
      to[k + 2 * TILE] = from[w + 2];
      to[k + 3 * TILE] = from[w + 3];
      to[k + 4 * TILE] = from[w + 4];
      to[k + 5 * TILE] = from[w + 5];
      to[k + 6 * TILE] = from[w + 6];
      to[k + 7 * TILE] = from[w + 7];
    }
  }

  private void oneRow(int at, int step, int length) {
    float[] from = parameters;
    float[] to = tile;
    for (int k = 0; k < length; k++) {
      to[k] = from[at + k * step];
    }
  }
}

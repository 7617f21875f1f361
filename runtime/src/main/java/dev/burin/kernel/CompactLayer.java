package dev.burin.kernel;

import dev.burin.shape.LayerLayout;
import dev.burin.shape.Storage;

/**
 * The parameters of one layer as they stay in memory for inference alone. A layer in {@link
 * Storage#PANELS} has weights of eight bits, where the layout says, and for each output a scale and
 * a bias: the weight that enters a sum is {@code (float) q * scale}, rounded once. One in {@link
 * Storage#ROWS} is small and has floats.
 *
 * @param layout the layer as if it were the first of its network, from index 0 on
 * @param q the weights in PANELS; a few numbers longer, so that whole vectors may be read
 * @param scale what the weights of each output are multiplied with, {@code [stride]}
 * @param bias the biases in PANELS, {@code [stride]}
 * @param rows the weights and biases in ROWS
 */
public record CompactLayer(
    LayerLayout layout, byte[] q, float[] scale, float[] bias, float[] rows) {

  /** The bytes of the widest vector that is read at once. */
  static final int MARGIN = 16;

  /** A layer whose parameters are 0. */
  public static CompactLayer of(LayerLayout layer) {
    int weights = layer.bias() - layer.weights();
    int end = layer.end() - layer.weights();
    LayerLayout own =
        new LayerLayout(
            layer.layer(),
            layer.number(),
            layer.storage(),
            layer.stride(),
            layer.panel(),
            0,
            weights,
            end);
    return switch (layer.storage()) {
      case PANELS ->
          new CompactLayer(
              own,
              new byte[Math.addExact(weights, MARGIN)],
              new float[layer.stride()],
              new float[layer.stride()],
              new float[0]);
      case ROWS -> new CompactLayer(own, new byte[0], new float[0], new float[0], new float[end]);
    };
  }

  /** The bytes of its arrays. */
  public long bytes() {
    return q.length + (long) Float.BYTES * (scale.length + bias.length + rows.length);
  }

  @Override
  public String toString() {
    return layout + ", compact";
  }
}

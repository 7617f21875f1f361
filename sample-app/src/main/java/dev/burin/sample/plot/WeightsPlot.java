package dev.burin.sample.plot;

import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;

/**
 * What each unit of the first layer looks for, where inputs are pixels: its weights as a picture,
 * blue where a bright pixel raises its sum and red where it lowers it.
 */
public final class WeightsPlot {

  private static final int GAP = 3;

  private WeightsPlot() {}

  /**
   * The bytes of a PNG that shows all units, row by row. Each has the whole range of colours, so
   * that units of small weights are seen as well.
   *
   * @param width the pixels of an input in a row
   * @throws IllegalArgumentException if the inputs of the network are no whole rows
   */
  public static byte[] png(NeuralNetwork network, int width) throws IOException {
    LayerLayout layer = network.layout().layers().getFirst();
    if (width < 1 || layer.in() % width != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d inputs are no whole rows of %d pixels; give the width of a picture.",
              layer.in(),
              width));
    }
    int height = layer.in() / width;
    int scale = Math.max(1, 56 / Math.max(width, height));
    int across = (int) Math.ceil(Math.sqrt(layer.out()));
    int down = (layer.out() + across - 1) / across;
    int tileWidth = width * scale + GAP;
    int tileHeight = height * scale + GAP;
    BufferedImage image =
        new BufferedImage(
            across * tileWidth + GAP, down * tileHeight + GAP, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, 0xFFFFFF);
      }
    }
    for (int j = 0; j < layer.out(); j++) {
      int left = GAP + j % across * tileWidth;
      int top = GAP + j / across * tileHeight;
      double greatest = greatest(network, layer, j);
      for (int y = 0; y < height * scale; y++) {
        for (int x = 0; x < width * scale; x++) {
          int k = y / scale * width + x / scale;
          image.setRGB(left + x, top + y, colour(weight(network, layer, j, k) / greatest));
        }
      }
    }
    return Png.bytes(image);
  }

  private static double weight(NeuralNetwork network, LayerLayout layer, int j, int k) {
    return network.parameter(layer.weight(j, k));
  }

  private static double greatest(NeuralNetwork network, LayerLayout layer, int j) {
    double greatest = Double.MIN_NORMAL;
    for (int k = 0; k < layer.in(); k++) {
      greatest = Math.max(greatest, Math.abs(weight(network, layer, j, k)));
    }
    return greatest;
  }

  /** From red at -1 over a light grey at 0 to blue at 1. */
  private static int colour(double share) {
    int end = share < 0 ? PlotStyle.RED.getRGB() : PlotStyle.BLUE.getRGB();
    int zero = 0xF2F2F2;
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = zero >> shift & 255;
      int to = end >> shift & 255;
      rgb |= (int) Math.round(from + (to - from) * Math.min(1, Math.abs(share))) << shift;
    }
    return rgb;
  }
}

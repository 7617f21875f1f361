package app;

import dev.burin.data.ByteTable;
import dev.burin.data.Dataset;
import dev.burin.data.Labels;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;

/** Pictures that are drawn where others would be read, one byte a pixel. */
final class Drawn {

  static final int SIDE = 16;

  /** n pictures; pixels stay bytes until a training reads them, over 255. */
  static Dataset pictures(int n, long seed) {
    Random random = new Random(seed);
    byte[] pixels = new byte[n * SIDE * SIDE]; // [n][256], row-major
    int[] kinds = new int[n];
    for (int i = 0; i < n; i++) {
      kinds[i] = random.nextInt(3);
      System.arraycopy(
          picture(kinds[i], random), 0, pixels, i * SIDE * SIDE, SIDE * SIDE);
    }
    return new Dataset(
        new ByteTable(n, SIDE * SIDE, pixels, 255), Labels.of(kinds).oneHot(3));
  }

  private static byte[] picture(int kind, Random random) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.setStroke(new BasicStroke(1 + random.nextFloat()));
    int size = 7 + random.nextInt(5);
    int x = 1 + random.nextInt(SIDE - size - 2);
    int y = 1 + random.nextInt(SIDE - size - 2);
    switch (kind) {
      case 0 -> pen.drawOval(x, y, size, size);
      case 1 -> pen.drawRect(x, y, size, size);
      default -> {
        pen.drawLine(x, y, x + size, y + size);
        pen.drawLine(x, y + size, x + size, y);
      }
    }
    pen.dispose();
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}

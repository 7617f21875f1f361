package dev.burin.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * Draws strokes the way a hand does: never twice the same slant, size, place, width or ink.
 *
 * <p>The strokes are smooth curves through points in a square from -1 to 1, x to the right and y
 * down; the picture is {@value #SIDE} by {@value #SIDE} pixels from 0 (paper) to 255 (ink).
 */
final class Pen {

  /** The width and height of a picture in pixels. */
  static final int SIDE = 28;

  /** How far each point strays, as a standard deviation in the square of the strokes. */
  private static final double UNREST = 0.055;

  /** The standard deviation of the noise of a pixel, in steps of grey. */
  private static final double GRAIN = 9;

  private final Random random;

  Pen(Random random) {
    this.random = random;
  }

  /** Draws some strokes, each a list of points {@code {x, y}}. */
  byte[] draw(double[][]... strokes) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    g.setStroke(
        new BasicStroke((float) between(1.5, 3.6), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    AffineTransform hand = hand();
    for (double[][] stroke : strokes) {
      g.draw(hand.createTransformedShape(curve(unsteady(stroke))));
    }
    g.dispose();
    return developed(image);
  }

  /** A number around 0 with some standard deviation, never further out than two and a half. */
  double around(double deviation) {
    return Math.clamp(random.nextGaussian(), -2.5, 2.5) * deviation;
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** Size, slant, turn and place on the paper. */
  private AffineTransform hand() {
    AffineTransform hand = new AffineTransform();
    hand.translate(SIDE / 2.0 + around(1.0), SIDE / 2.0 + around(0.9));
    hand.rotate(around(0.09));
    hand.shear(-0.15 + around(0.22), around(0.05));
    double height = between(7.6, 10.2);
    hand.scale(height * between(0.78, 1.12), height);
    return hand;
  }

  private double[][] unsteady(double[][] stroke) {
    double[][] points = new double[stroke.length][];
    for (int i = 0; i < stroke.length; i++) {
      points[i] = new double[] {stroke[i][0] + around(UNREST), stroke[i][1] + around(UNREST)};
    }
    return points;
  }

  /** The smooth curve through all points (Catmull and Rom, 1974), as cubic pieces. */
  private static Path2D curve(double[][] p) {
    Path2D path = new Path2D.Double();
    path.moveTo(p[0][0], p[0][1]);
    for (int i = 0; i + 1 < p.length; i++) {
      double[] before = p[Math.max(i - 1, 0)];
      double[] after = p[Math.min(i + 2, p.length - 1)];
      path.curveTo(
          p[i][0] + (p[i + 1][0] - before[0]) / 6,
          p[i][1] + (p[i + 1][1] - before[1]) / 6,
          p[i + 1][0] - (after[0] - p[i][0]) / 6,
          p[i + 1][1] - (after[1] - p[i][1]) / 6,
          p[i + 1][0],
          p[i + 1][1]);
    }
    return path;
  }

  /** The pixels with the strength of the ink and the grain of the paper. */
  private byte[] developed(BufferedImage image) {
    double ink = between(0.72, 1.0);
    byte[] pixels = new byte[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      double value = image.getRaster().getSample(i % SIDE, i / SIDE, 0) * ink;
      pixels[i] = (byte) Math.clamp(Math.round(value + around(GRAIN)), 0, 255);
    }
    return pixels;
  }
}

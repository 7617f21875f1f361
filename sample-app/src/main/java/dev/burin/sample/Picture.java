package dev.burin.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Reads a picture of a digit from a file. */
final class Picture {

  private Picture() {}

  /**
   * The pixels of a picture, {@code [784]}, from 0 (paper) to 1 (ink): the mean of red, green and
   * blue. Where the border is bright, the ink is taken to be dark.
   *
   * @throws IOException if there is no picture of 28 by 28 pixels in the file
   */
  static float[] read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new IOException(file + " is not a picture that can be read; give a PNG.");
    }
    if (image.getWidth() != Pen.SIDE || image.getHeight() != Pen.SIDE) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s has %d x %d pixels, not %d x %d.",
              file,
              image.getWidth(),
              image.getHeight(),
              Pen.SIDE,
              Pen.SIDE));
    }
    float[] pixels = new float[Pen.SIDE * Pen.SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = brightness(image, i % Pen.SIDE, i / Pen.SIDE);
    }
    if (border(pixels) > 0.5f) {
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = 1 - pixels[i];
      }
    }
    return pixels;
  }

  private static float brightness(BufferedImage image, int x, int y) {
    if (image.getRaster().getNumBands() == 1 && image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      // As stored: the colour model would bend linear grey into that of a screen.
      return image.getRaster().getSample(x, y, 0) / 255f;
    }
    int rgb = image.getRGB(x, y);
    return ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / (3 * 255f);
  }

  /** The mean of the outermost pixels. */
  private static float border(float[] pixels) {
    float sum = 0;
    int last = Pen.SIDE - 1;
    for (int i = 0; i < last; i++) {
      sum += pixels[i] + pixels[i * Pen.SIDE + last];
      sum += pixels[last * Pen.SIDE + i + 1] + pixels[(i + 1) * Pen.SIDE];
    }
    return sum / (4 * last);
  }
}

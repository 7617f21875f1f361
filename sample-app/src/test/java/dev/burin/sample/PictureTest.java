package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

  @TempDir private Path directory;

  private Path file(BufferedImage image) throws IOException {
    Path file = directory.resolve("digit.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  @Test
  void greyIsReadAsItIsStored() throws IOException {
    BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(3, 2, 0, 51);
    image.getRaster().setSample(4, 2, 0, 255);
    float[] pixels = Picture.read(file(image));
    assertThat(pixels[2 * 28 + 3]).isEqualTo(0.2f);
    assertThat(pixels[2 * 28 + 4]).isEqualTo(1);
    assertThat(pixels[0]).isEqualTo(0);
  }

  @Test
  void darkInkOnBrightPaperIsTurnedRound() throws IOException {
    BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 784; i++) {
      image.setRGB(i % 28, i / 28, 0xFFFFFF);
    }
    image.setRGB(10, 12, 0x000000);
    image.setRGB(11, 12, 0xFF0000);
    float[] pixels = Picture.read(file(image));
    assertThat(pixels[12 * 28 + 10]).isEqualTo(1);
    assertThat(pixels[12 * 28 + 11]).isBetween(0.66f, 0.67f);
    assertThat(pixels[0]).isEqualTo(0);
  }

  @Test
  void refusesWhatIsNoPictureOfADigit() throws IOException {
    Path wide = file(new BufferedImage(29, 28, BufferedImage.TYPE_BYTE_GRAY));
    assertThatThrownBy(() -> Picture.read(wide))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("has 29 x 28 pixels, not 28 x 28.");
    Path text = Files.writeString(directory.resolve("a.txt"), "no picture");
    assertThatThrownBy(() -> Picture.read(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a picture");
    assertThatThrownBy(() -> Picture.read(directory.resolve("none.png")))
        .isInstanceOf(NoSuchFileException.class);
  }
}

package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Dataset;
import dev.burin.data.SampleWeights;
import dev.burin.metric.Confusion;
import dev.burin.sample.plot.ConfusionPlot;
import dev.burin.sample.plot.Plots;
import dev.burin.sample.plot.WeightsPlot;
import dev.burin.train.Evaluation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotsTest {

  private static final int SIDE = 28;

  @TempDir private Path directory;

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void allPicturesOfTwoClassesAreWrittenAndCanBeRead() throws IOException {
    FiveOrEightNetwork network = new FiveOrEightNetwork(1);
    Dataset digits = Digits.drawn(1).test();

    List<Path> files =
        Plots.of(Evaluation.of(network, digits), List.of("5", "8"))
            .and(network.network(), SIDE)
            .write(directory);

    assertThat(files)
        .extracting(file -> file.getFileName().toString())
        .containsExactly("confusion.png", "roc.png", "calibration.png", "weights.png");
    for (Path file : files) {
      BufferedImage image = ImageIO.read(file.toFile());
      assertThat(Arrays.stream(pixels(image)).distinct().count()).as("%s", file).isGreaterThan(20);
    }
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  /** The greatest weight of a unit is blue or red by its sign, and one of 0 is grey. */
  @Test
  void aWeightHasItsColourInItsPlace() throws IOException {
    FiveOrEightNetwork network = new FiveOrEightNetwork();
    var layer = network.network().layout().layers().getFirst();
    network.network().parameter(layer.weight(0, 3 * SIDE + 5), 2);
    network.network().parameter(layer.weight(1, 0), -0.5);

    BufferedImage image = image(WeightsPlot.png(network.network(), SIDE));

    // 196 units in 14 rows of 14, each pixel twice as large, and 3 pixels between.
    assertThat(image.getWidth()).isEqualTo(14 * (2 * SIDE + 3) + 3).isEqualTo(image.getHeight());
    assertThat(image.getRGB(3 + 2 * 5, 3 + 2 * 3)).isEqualTo(0xFF1F5FA8);
    assertThat(image.getRGB(3 + 2 * 5 + 2, 3 + 2 * 3)).isEqualTo(0xFFF2F2F2);
    assertThat(image.getRGB(3 + 59, 3)).isEqualTo(0xFFB33A2B);
    assertThatThrownBy(() -> WeightsPlot.png(network.network(), 27))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("784 inputs are no whole rows of 27 pixels; give the width of a picture.");
  }

  @Test
  void aCellIsDarkerTheGreaterItsShare() throws IOException {
    Confusion confusion =
        Confusion.of(2, new int[] {0, 0, 0, 0, 1}, new int[] {0, 0, 0, 1, 1}, SampleWeights.none());

    BufferedImage image = image(ConfusionPlot.png("C", confusion, List.of("a", "b")));

    // A margin, a name of one letter, and what is between it and the cells.
    int left = 24 + 9 + 12 + 4;
    int top = image.getHeight() - 24 - 128 + 4;
    assertThat(image.getWidth()).as("room for the caption").isGreaterThan(300);
    assertThat(brightness(image.getRGB(left, top)))
        .isLessThan(brightness(image.getRGB(left + 64, top)))
        .isGreaterThan(brightness(image.getRGB(left + 64, top + 64)));
    assertThat(brightness(image.getRGB(left + 64, top)))
        .isLessThan(brightness(image.getRGB(left, top + 64)));
  }

  private static int brightness(int rgb) {
    return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
  }
}

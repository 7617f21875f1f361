package dev.burin.sample.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.burin.data.NumpyRandom;
import dev.burin.data.Shuffle;
import dev.burin.file.MalformedFileException;
import dev.burin.network.DoubleNetwork;
import dev.burin.sample.TestData;
import dev.burin.shape.LayerLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedRunTest {

  @TempDir private Path directory;

  @Test
  void thePublishedWeightsAreThoseOfRandomState() throws IOException {
    DoubleNetwork network = new BookDigitsNetwork().network();
    new PublishedRun(new Settings(TestData.with("nielsen"))).start(network);
    DoubleNetwork drawn = new BookDigitsNetwork().network();
    NumpyRandom random = new NumpyRandom(12345678);
    for (LayerLayout layer : drawn.layout().layers()) {
      layer.dense().forEachBias((j, at) -> drawn.parameter(at, random.randn()));
    }
    for (LayerLayout layer : drawn.layout().layers()) {
      double root = Math.sqrt(layer.in());
      layer.dense().forEachWeight((j, k, at) -> drawn.parameter(at, random.randn() / root));
    }
    int different = 0;
    for (int i = 0; i < drawn.parameters().length; i++) {
      double published = network.parameters()[i];
      different += drawn.parameters()[i] == published ? 0 : 1;
      // Where the author's C library did not round a logarithm correctly, the last digit differs.
      assertThat(drawn.parameters()[i]).isCloseTo(published, within(3 * Math.ulp(published)));
    }
    assertThat(different).isLessThan(24); // one in a thousand
  }

  @Test
  void theOrdersAreOrders() throws IOException {
    int[][] orders = new PublishedRun(new Settings(TestData.with("nielsen"))).orders(2, 50_000);
    assertThat(orders[0]).startsWith(45825, 2773, 38458);
    Arrays.sort(orders[1]);
    assertThat(orders[1]).containsExactly(Shuffle.identity(50_000));
  }

  @Test
  void readsTheFigures() throws IOException {
    PublishedRun published = new PublishedRun(new Settings(TestData.with("nielsen")));
    assertThat(published.validationHits()).hasSize(30).startsWith(9270, 9414).endsWith(9640, 9650);
    assertThat(published.trainingCosts()).hasSize(30).startsWith(0.8780950890837800);
  }

  @Test
  void refusesFilesOfAnotherLength() throws IOException {
    Path nielsen = Files.createDirectory(directory.resolve("nielsen"));
    Path orders = Files.write(nielsen.resolve("order-n50000-30epochs.u16le"), new byte[100]);
    PublishedRun published = new PublishedRun(new Settings(directory));
    assertThatThrownBy(() -> published.orders(30, 50_000))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(orders + ": The file has 100 bytes, not 3000000.");
    Path hits = Files.writeString(nielsen.resolve("nn_multiple_eta.json"), "[[[], [], []]]");
    assertThatThrownBy(published::trainingCosts)
        .isInstanceOf(MalformedFileException.class)
        .hasMessageStartingWith(hits + ": List 2 of the figure");
    Files.writeString(hits, "[[[], [], [1.0, x]]]");
    assertThatThrownBy(published::trainingCosts)
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(hits + ": The figure has 'x' in the place of a number.");
  }
}

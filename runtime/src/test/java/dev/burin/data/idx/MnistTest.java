package dev.burin.data.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Split;
import dev.burin.data.Table;
import dev.burin.data.TestData;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistTest {

  private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
  private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

  @TempDir Path directory;

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(directory.resolve(name), bytes);
  }

  /** Four training images of one pixel, which is ten times the digit, and two test images. */
  private void writeSmallSet() throws IOException {
    write(TRAIN_IMAGES, IdxFiles.images(4, 1, 1, new byte[] {50, 80, 0, 50}));
    write(TRAIN_LABELS + ".gz", IdxFiles.gzip(IdxFiles.labels(5, 8, 0, 5)));
    write(TEST_IMAGES + ".gz", IdxFiles.gzip(IdxFiles.images(2, 1, 1, new byte[] {80, 90})));
    write(TEST_LABELS, IdxFiles.labels(8, 9));
  }

  private static double[] column(Table table, int column) {
    double[] values = new double[table.rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] = table.value(i, column);
    }
    return values;
  }

  @Test
  void readsPlainAndCompressedFilesSideBySide() throws IOException {
    writeSmallSet();
    Split data = Mnist.read(directory).oneHot(10);

    assertThat(column(data.train().features(), 0)).containsExactly(5, 8, 0, 5);
    assertThat(column(data.train().targets(), 5)).containsExactly(1, 0, 0, 1);
    assertThat(data.train().targets().columns()).isEqualTo(10);
    assertThat(column(data.test().features(), 0)).containsExactly(8, 9);
    assertThat(column(data.test().targets(), 9)).containsExactly(0, 1);
  }

  @Test
  void keepsTwoDigits() throws IOException {
    writeSmallSet();
    Split data = Mnist.read(directory).binary(5, 8, 1);
    Split turned = Mnist.read(directory).binary(8, 5, 1);

    assertThat(column(data.train().features(), 0)).containsExactly(50, 80, 50);
    assertThat(column(data.train().targets(), 0)).containsExactly(0, 1, 0);
    assertThat(column(data.test().features(), 0)).containsExactly(80);
    assertThat(column(data.test().targets(), 0)).containsExactly(1);
    assertThat(column(turned.train().targets(), 0)).containsExactly(1, 0, 1);
    assertThat(data.train().targets().columns()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"-1,3", "3,10", "4,4"})
  void refusesDigitsThatAreNoneOrTheSame(int zero, int one) throws IOException {
    writeSmallSet();
    Mnist mnist = Mnist.read(directory);

    assertThatThrownBy(() -> mnist.binary(zero, one, 255))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void prefersThePlainFile() throws IOException {
    writeSmallSet();
    write(TEST_LABELS + ".gz", new byte[] {1});

    assertThat(Mnist.read(directory).testLabels().toArray()).containsExactly(8, 9);
  }

  @Test
  void namesAllFilesThatAreMissing() throws IOException {
    writeSmallSet();
    Files.delete(directory.resolve(TRAIN_IMAGES));
    assertThatThrownBy(() -> Mnist.read(directory))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("train-images-idx3-ubyte is missing (each may also end in .gz).")
        .hasMessageContaining("download its four files");

    Files.delete(directory.resolve(TEST_LABELS));
    assertThatThrownBy(() -> Mnist.read(directory))
        .hasMessageContaining(TRAIN_IMAGES + ", " + TEST_LABELS + " are missing");
    assertThatThrownBy(() -> Mnist.read(directory.resolve("nowhere")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(TEST_IMAGES);
  }

  /** The four files under a pattern of stem and kind. */
  private void writeUnder(String pattern, boolean gzip) throws IOException {
    for (String part : List.of("train", "t10k")) {
      byte[] images = IdxFiles.images(1, 1, 1, new byte[] {1});
      byte[] labels = IdxFiles.labels(5);
      place(String.format(Locale.ROOT, pattern, part + "-images", "idx3-ubyte"), gzip, images);
      place(String.format(Locale.ROOT, pattern, part + "-labels", "idx1-ubyte"), gzip, labels);
    }
  }

  private void place(String name, boolean gzip, byte[] bytes) throws IOException {
    Path path = directory.resolve(name + (gzip ? ".gz" : ""));
    Files.createDirectories(path.getParent());
    Files.write(path, gzip ? IdxFiles.gzip(bytes) : bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "%s-%s",
    "%s.%s",
    "%1$s-%2$s/%1$s-%2$s",
    "%1$s-%2$s/%1$s.%2$s",
    "%1$s.%2$s/%1$s-%2$s",
    "%1$s-%2$s.gz/%1$s-%2$s",
    "raw/%s-%s",
    "MNIST/raw/%s-%s",
    "MNIST/raw/%s.%s",
    "FashionMNIST/raw/%s-%s",
    "archive/%1$s-%2$s/%1$s-%2$s",
  })
  void readsTheLayoutsOfPopularPlaces(String pattern) throws IOException {
    for (boolean gzip : new boolean[] {true, false}) {
      writeUnder(pattern, gzip);
      assertThat(Mnist.read(directory).testLabels().toArray()).containsExactly(5);
    }
  }

  @Test
  void prefersTheDirectoryItselfAndAsksWhereSeveralBelowAreComplete() throws IOException {
    writeUnder("MNIST/raw/%s-%s", false);
    writeUnder("KMNIST/raw/%s-%s", true);

    assertThatThrownBy(() -> Mnist.read(directory))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(
            directory
                + ": MNIST is not in this directory itself, but complete sets are below it; name"
                + " one of KMNIST/raw, MNIST/raw.");
    writeSmallSet();
    assertThat(Mnist.read(directory).trainImages().count()).isEqualTo(4);
  }

  @Test
  void doesNotMixTheSetsOfTwoDirectories() throws IOException {
    writeUnder("MNIST/raw/%s-%s", false);
    Files.move(directory.resolve("MNIST/raw/" + TEST_IMAGES), directory.resolve(TEST_IMAGES));

    assertThatThrownBy(() -> Mnist.read(directory))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("train-images-idx3-ubyte, train-labels-idx1-ubyte,")
        .hasMessageContaining("Found instead: MNIST/raw/t10k-labels-idx1-ubyte, MNIST/raw/train-");
  }

  @Test
  void saysWhatIsThereInsteadOfTheFiles() throws IOException {
    for (int i = 0; i < 20; i++) {
      Files.createFile(directory.resolve("photo" + i));
    }
    Files.createFile(directory.resolve("train_images.idx"));

    assertThatThrownBy(() -> Mnist.read(directory))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("t10k-labels-idx1-ubyte are missing")
        .hasMessageContaining("Found instead: train_images.idx, photo0, photo1,")
        .hasMessageContaining(" and 13 more. ");
    Path file = directory.resolve("photo1");
    assertThatThrownBy(() -> Mnist.read(file))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageStartingWith(file + ": This is not a directory; expected one that holds train-");
  }

  @Test
  void aSetMayHaveALimitOfItsOwn() throws IOException {
    writeUnder("%s-%s", true);

    assertThat(Mnist.read(directory, 5).trainImages().count()).isEqualTo(1);
    assertThatThrownBy(() -> Mnist.read(directory, 0))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("more than the limit of 0 for a compressed file")
        .isInstanceOfSatisfying(
            MalformedFileException.class,
            e -> {
              assertThat(e.file()).isEqualTo(directory.resolve(TRAIN_IMAGES + ".gz").toString());
              assertThat(e.found()).startsWith("the header declares 1 x 1 x 1 = 1 bytes");
              assertThat(e.expected()).startsWith("a higher limit");
              assertThat(e)
                  .hasMessage(e.file() + ": " + e.found() + "; expected " + e.expected() + ".");
            });
  }

  @Test
  void refusesFilesThatDoNotBelongTogether() throws IOException {
    writeSmallSet();
    write(TEST_LABELS, IdxFiles.labels(8));
    assertThatThrownBy(() -> Mnist.read(directory))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(
            directory.resolve(TEST_LABELS)
                + ": the file holds 1 labels; expected 2, one for each of its images.");

    write(TEST_LABELS, IdxFiles.labels(8, 10));
    assertThatThrownBy(() -> Mnist.read(directory))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageEndingWith("label 1 is 10; expected 0 to 9.");

    write(TEST_LABELS, IdxFiles.labels(8, 9));
    write(TEST_IMAGES, IdxFiles.images(2, 1, 2, new byte[4]));
    assertThatThrownBy(() -> Mnist.read(directory))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageEndingWith(
            "the test images are 1 x 2; expected 1 x 1, as the training images are.");
  }

  @Test
  void readsTheRealSet() throws IOException {
    Mnist mnist = Mnist.read(TestData.directory("mnist"));
    Split all = mnist.oneHot(256);
    Split two = mnist.binary(5, 8, 255);

    assertThat(all.train().size()).isEqualTo(60_000);
    assertThat(all.test().size()).isEqualTo(10_000);
    assertThat(all.train().features().columns()).isEqualTo(784);
    assertThat(mnist.trainImages().rows()).isEqualTo(28);
    assertThat(mnist.trainLabels().counts(10))
        .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    assertThat(two.train().size()).isEqualTo(11_272);
    assertThat(two.test().size()).isEqualTo(1_866);
    // The first digit of the set is a 5 and the eighteenth an 8.
    assertThat(mnist.trainLabels().get(0)).isEqualTo(5);
    assertThat(mnist.trainLabels().get(17)).isEqualTo(8);
    assertThat(two.train().targets().value(0, 0)).isZero();
    // Its first dark pixel, in row 5 and column 12, is a 3.
    assertThat(two.train().features().value(0, 5 * 28 + 11)).isZero();
    assertThat(two.train().features().value(0, 5 * 28 + 12)).isEqualTo(3 / 255.0);
    assertThat(all.train().features().value(0, 5 * 28 + 12)).isEqualTo(3 / 256.0);
  }
}

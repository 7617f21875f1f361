package dev.burin.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of this test were written by h5py 3 with {@code libver=('earliest', 'v110')}. */
class Hdf5Test {

  @TempDir private Path directory;

  /** A copy of a file of this test, beside copies of what it points to. */
  private Path file(String name) throws IOException {
    for (String each : new String[] {"small.h5", name}) {
      Path copy = directory.resolve(each);
      if (!Files.exists(copy)) {
        try (var in = Hdf5Test.class.getResourceAsStream("/hdf5/" + each)) {
          Files.copy(in, copy);
        }
      }
    }
    return directory.resolve(name);
  }

  @Test
  void flattensPicturesAndKeepsBytesUnsigned() throws IOException {
    ByteTable table = Hdf5.bytes(file("small.h5"), "x", 255);
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.columns()).isEqualTo(6);
    assertThat(table.value(0, 5)).isEqualTo(100 / 255.0);
    assertThat(table.value(1, 4)).isEqualTo(200 / 255.0);
    assertThat(table.value(1, 5)).isEqualTo(1);
  }

  @Test
  void readsGroupsAndCompressedChunks() throws IOException {
    ByteTable inGroup = Hdf5.bytes(file("small.h5"), "g/x", 1);
    assertThat(inGroup.rows()).isEqualTo(1);
    assertThat(inGroup.value(0, 1)).isEqualTo(20);
    ByteTable packed = Hdf5.bytes(file("small.h5"), "packed", 1);
    assertThat(packed.rows()).isEqualTo(50);
    assertThat(packed.value(49, 3)).isEqualTo(9);
  }

  @Test
  void readsLabelsAndArraysOfOneDimension() throws IOException {
    assertThat(Hdf5.labels(file("small.h5"), "y").toArray()).containsExactly(0, 7);
    assertThat(Hdf5.labels(file("small.h5"), "flat").toArray()).containsExactly(0, 1, 2);
    assertThat(Hdf5.bytes(file("small.h5"), "flat", 1).columns()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "small.h5, z, There is no data set z.",
    "small.h5, g/z, There is no data set g/z.",
    "small.h5, x/y, There is no data set x/y.",
    "small.h5, g, g is not an array of whole numbers.",
    "small.h5, real, real is not an array of whole numbers.",
    "small.h5, y, y does not hold unsigned bytes.",
    "small.h5, soft, links are not followed",
    "external-link.h5, x, links are not followed",
    "external-storage.h5, x, External Data Files",
    "virtual.h5, x, cannot be read",
    "bomb.h5, x, 'claims 1600000000 numbers, more than can be in this file'"
  })
  void refusesWhatIsNotBytesOfThisFile(String name, String set, String sentence)
      throws IOException {
    Path file = file(name);
    assertThatThrownBy(() -> Hdf5.bytes(file, set, 255))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "big, 'Label 0 of big is -1, not 0 to 2147483647.'",
    "huge, 'Label 1 of huge is 1099511627776, not 0 to 2147483647.'",
    "x, 'x has 3 dimensions, not 1.'",
    "real, 'real is not an array of whole numbers.'"
  })
  void refusesLabelsThatAreNone(String set, String sentence) throws IOException {
    Path file = file("small.h5");
    assertThatThrownBy(() -> Hdf5.labels(file, set))
        .isInstanceOf(MalformedDataException.class)
        .hasMessage(file + ": " + sentence);
  }

  @Test
  void refusesFilesThatAreAbsentOrSomethingElse() throws IOException {
    assertThatThrownBy(() -> Hdf5.bytes(directory.resolve("nowhere.h5"), "x", 1))
        .isInstanceOf(NoSuchFileException.class);
    Path text = Files.writeString(directory.resolve("text.h5"), "not HDF5 at all");
    assertThatThrownBy(() -> Hdf5.bytes(text, "x", 1)).isInstanceOf(MalformedDataException.class);
    Path empty = Files.createFile(directory.resolve("empty.h5"));
    assertThatThrownBy(() -> Hdf5.labels(empty, "y")).isInstanceOf(MalformedDataException.class);
  }

  @Test
  void aDamagedFileGivesAnIoExceptionOrAnArray() throws IOException {
    byte[] good = Files.readAllBytes(file("small.h5"));
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Path file = Files.write(directory.resolve("bad.h5"), bad);
      try {
        Hdf5.bytes(file, "x", 255);
        Hdf5.bytes(file, "packed", 255);
      } catch (MalformedDataException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void aCutFileIsRefused() throws IOException {
    byte[] good = Files.readAllBytes(file("small.h5"));
    for (int length = 0; length < 400; length += 7) {
      Path file = Files.write(directory.resolve("cut.h5"), Arrays.copyOf(good, length));
      assertThatThrownBy(() -> Hdf5.bytes(file, "x", 255))
          .isInstanceOf(MalformedDataException.class);
    }
  }

  @Test
  void saysWhichLibraryIsMissing() throws Exception {
    URL classes = Hdf5.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      var bytes =
          alone
              .loadClass("dev.burin.data.Hdf5")
              .getMethod("bytes", Path.class, String.class, int.class);
      assertThatThrownBy(() -> bytes.invoke(null, Path.of("cats.h5"), "x", 255))
          .cause()
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("cats.h5: Reading HDF5 needs the library jHDF")
          .hasMessageContaining("has no io.jhdf.")
          .hasMessageContaining("add io.jhdf:jhdf:0.13.0");
    }
  }

  @Test
  void readsTheCats() throws IOException {
    Path cats = TestData.directory("catvnoncat");
    ByteTable pictures = Hdf5.bytes(cats.resolve("train_catvnoncat.h5"), "train_set_x", 255);
    Labels labels = Hdf5.labels(cats.resolve("train_catvnoncat.h5"), "train_set_y");
    assertThat(pictures.rows()).isEqualTo(209);
    assertThat(pictures.columns()).isEqualTo(64 * 64 * 3);
    assertThat(labels.counts(2)).containsExactly(137, 72);
    // The first pixel of the first picture is (17, 31, 56).
    assertThat(pictures.value(0, 0)).isEqualTo(17 / 255.0);
    assertThat(pictures.value(0, 1)).isEqualTo(31 / 255.0);
    assertThat(pictures.value(0, 2)).isEqualTo(56 / 255.0);
    assertThat(Hdf5.labels(cats.resolve("test_catvnoncat.h5"), "test_set_y").counts(2))
        .containsExactly(17, 33);
  }
}

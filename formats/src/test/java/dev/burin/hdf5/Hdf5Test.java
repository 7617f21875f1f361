package dev.burin.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.burin.TestData;
import dev.burin.data.ByteTable;
import dev.burin.data.Labels;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of this test were written by h5py 3 with {@code libver=('earliest', 'v110')}. */
class Hdf5Test {

  @TempDir private Path directory;

  /** A copy of a file of this test, beside copies of what it points to. */
  private Path file(String name) throws IOException {
    Files.write(directory.resolve("small.h5"), Hdf5Files.bytes("small.h5"));
    return Files.write(directory.resolve(name), Hdf5Files.bytes(name));
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

  /** As h5py resolves them. */
  @ParameterizedTest
  @ValueSource(strings = {"g/x", "/g/x", "g//x", "/g/x/", "//g/./x", "./g/x"})
  void slashesAndDotsMeanNothing(String name) throws IOException {
    ByteTable inGroup = Hdf5.bytes(file("small.h5"), name, 1);
    assertThat(inGroup.bytes()).containsExactly(0, 20, 40, 60, 80, 100);
    assertThat(Hdf5.labels(file("small.h5"), "/y").toArray()).containsExactly(0, 7);
  }

  @Test
  void namesWhatIsNull() {
    assertThatThrownBy(() -> Hdf5.bytes(Path.of("x.h5"), null, 1))
        .hasMessage("The name of the data set is null.");
    assertThatThrownBy(() -> Hdf5.labels(null, "x"))
        .hasMessage("The path of the HDF5 file is null.");
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

  @Test
  void takesHardlyMoreMemoryThanThePictures() throws IOException {
    Path cats = TestData.directory("catvnoncat").resolve("train_catvnoncat.h5");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Hdf5.bytes(cats, "train_set_x", 255);
    long before = threads.getCurrentThreadAllocatedBytes();
    Hdf5.bytes(cats, "train_set_x", 255);
    long pictures = 209 * 64 * 64 * 3;
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .isBetween(pictures, pictures + (1 << 18));
  }

  /** Half of this file has all headers, and half of its pictures. */
  @Test
  void refusesHalfOfTheCats() throws IOException {
    Path cats = TestData.directory("catvnoncat").resolve("train_catvnoncat.h5");
    byte[] whole = Files.readAllBytes(cats);
    for (int cut : new int[] {whole.length / 2, whole.length - 1}) {
      Path file = Files.write(directory.resolve("cut.h5"), Arrays.copyOf(whole, cut));
      assertThatThrownBy(() -> Hdf5.bytes(file, "train_set_x", 255))
          .isInstanceOf(MalformedFileException.class)
          .hasMessage(
              "%s: The file has %d bytes, but its superblock at byte 0 says that %d follow: the end"
                  + " is missing; get the whole file.",
              file, cut, whole.length);
    }
  }
}

package dev.burin.data.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.data.Labels;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxReaderTest {

  private static final byte[] PIXELS = IdxFiles.random(2 * 3 * 4, 1);
  private static final byte[] IMAGES = IdxFiles.images(2, 3, 4, PIXELS);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = directory.resolve("data");
  }

  private IdxImages images(byte[]... parts) throws IOException {
    Files.write(file, IdxFiles.join(parts));
    return IdxReader.images(file);
  }

  private Labels labels(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return IdxReader.labels(file);
  }

  private void refuses(String sentence, byte[]... parts) {
    assertThatThrownBy(() -> images(parts))
        .isExactlyInstanceOf(MalformedFileException.class)
        .hasMessage(file + ": " + sentence);
  }

  /** The first bytes tell whether a file is compressed, not its name. */
  @ParameterizedTest
  @CsvSource({"data,false", "data.gz,false", "data,true", "data.gz,true"})
  void readsImages(String name, boolean gzip) throws IOException {
    file = directory.resolve(name);
    IdxImages images = images(gzip ? IdxFiles.gzip(IMAGES) : IMAGES);

    assertThat(images.count()).isEqualTo(2);
    assertThat(images.rows()).isEqualTo(3);
    assertThat(images.columns()).isEqualTo(4);
    assertThat(images.pixels()).isEqualTo(PIXELS);
    assertThat(images.table(255).rows()).isEqualTo(2);
    assertThat(images.table(255).columns()).isEqualTo(12);
    assertThat(images.table(1).value(1, 11)).isEqualTo(PIXELS[23] & 255);
  }

  @Test
  void readsLabels() throws IOException {
    assertThat(labels(IdxFiles.labels(7, 0, 255)).toArray()).containsExactly(7, 0, 255);
    assertThat(labels(IdxFiles.gzip(IdxFiles.labels(7, 0, 255))).toArray())
        .containsExactly(7, 0, 255);
  }

  @Test
  void readsFilesWithoutElements() throws IOException {
    assertThat(labels(IdxFiles.labels()).size()).isZero();
    assertThat(images(IdxFiles.images(0, 28, 28, new byte[0])).table(255).rows()).isZero();
    assertThat(images(IdxFiles.gzip(IdxFiles.images(0, 2, 2, new byte[0]))).count()).isZero();
  }

  @Test
  void readsFilesLargerThanEachBuffer() throws IOException {
    byte[] pixels = IdxFiles.random(100 * 50 * 50, 2);

    assertThat(images(IdxFiles.images(100, 50, 50, pixels)).pixels()).isEqualTo(pixels);
    assertThat(images(IdxFiles.gzip(IdxFiles.images(100, 50, 50, pixels))).pixels())
        .isEqualTo(pixels);
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> IdxReader.images(file))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> IdxReader.labels(file)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void refusesADirectory() {
    assertThatThrownBy(() -> IdxReader.images(directory))
        .isExactlyInstanceOf(MalformedFileException.class)
        .hasMessage(
            directory + ": this is a directory; expected an IDX file, which may lie in it.");
  }

  @Test
  void refusesAPipeInsteadOfWaitingForIt() throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();

    assertThatThrownBy(() -> IdxReader.images(file))
        .isExactlyInstanceOf(MalformedFileException.class)
        .hasMessage(file + ": this is a pipe, a device or a socket; expected an IDX file.");
    assertThatThrownBy(() -> IdxReader.labels(file))
        .isExactlyInstanceOf(MalformedFileException.class);
  }

  @Test
  void anInterruptDisturbsNothing() throws IOException {
    Thread.currentThread().interrupt();
    IdxImages images = images(IMAGES);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(images.pixels()).isEqualTo(PIXELS);
  }

  @Test
  void nullIsRefusedInWords() {
    assertThatThrownBy(() -> IdxReader.images(nothing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("The path is null; expected that of an IDX file.");
    assertThatThrownBy(() -> IdxReader.labels(nothing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("The path is null; expected that of an IDX file.");
    assertThatThrownBy(() -> Mnist.read(nothing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("The directory is null; expected that of MNIST.");
  }

  @SuppressWarnings("NullAway")
  private static Path nothing() {
    return null;
  }

  @Test
  void aCompressedFileUnpacksToNoMoreThanTheLimit() throws IOException {
    Files.write(file, IdxFiles.gzip(IMAGES));

    assertThat(IdxReader.images(file, 24).pixels()).isEqualTo(PIXELS);
    assertThatThrownBy(() -> IdxReader.images(file, 23))
        .isExactlyInstanceOf(MalformedFileException.class)
        .hasMessage(
            file
                + ": the header declares 2 x 3 x 4 = 24 bytes, more than the limit of 23 for a"
                + " compressed file; expected a higher limit, given to IdxReader or Mnist, or an"
                + " unpacked file.");
    Files.write(file, IMAGES);
    assertThat(IdxReader.images(file, 0).pixels()).isEqualTo(PIXELS);
    Files.write(file, IdxFiles.gzip(IdxFiles.labels(1, 2, 3)));
    assertThat(IdxReader.labels(file, 15).toArray()).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> IdxReader.labels(file, 14))
        .isExactlyInstanceOf(MalformedFileException.class)
        .hasMessageContaining("the header declares 3 = 3 bytes, more than the limit of 2");
  }

  @Test
  void refusesFilesThatAreNotIdx() {
    refuses(
        "the file ends after 0 bytes, within the magic number of 4 bytes; expected an IDX file of"
            + " images.",
        new byte[0]);
    refuses(
        "the magic number is 0x89504e47; expected 0x00000803, with which an IDX file of images"
            + " starts.",
        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    refuses(
        "the magic number is 0x1f8b0800; expected 0x00000803, with which an IDX file of images"
            + " starts.",
        IdxFiles.gzip(IdxFiles.gzip(IMAGES)));
    refuses(
        "the magic number is 0x3c68746d (\"<htm\"); expected 0x00000803, with which an IDX file of"
            + " images starts.",
        "<html>".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void refusesOtherTypesAndDimensions() {
    refuses(
        "the elements are of type 0x0d; expected unsigned bytes, type 0x08.",
        IdxFiles.file(0x0d03, new int[] {2, 3, 4}, PIXELS));
    refuses(
        "the elements are of type 0xff; expected unsigned bytes, type 0x08.",
        IdxFiles.file(0xff03, new int[] {2, 3, 4}, PIXELS));
    refuses(
        "the number of dimensions is 1; expected 3 for images; check that images and labels are not"
            + " swapped.",
        IdxFiles.labels(1, 2, 3));
    assertThatThrownBy(() -> labels(IMAGES))
        .isExactlyInstanceOf(MalformedFileException.class)
        .hasMessageContaining("the number of dimensions is 3; expected 1 for labels;");
    refuses(
        "the number of dimensions is 255; expected 3 for images; check that images and labels are"
            + " not swapped.",
        IdxFiles.file(0x08ff, new int[] {2, 3, 4}, PIXELS));
  }

  @ParameterizedTest
  @CsvSource({
    "-1,3,4,a dimension of 4294967295",
    "2,-2147483648,4,a dimension of 2147483648",
    "2147483647,2147483647,2147483647,2147483647 x 2147483647 x 2147483647 bytes",
    "0,65536,65536,0 x 65536 x 65536 bytes",
    "65536,65536,1,65536 x 65536 x 1 bytes",
    "1,1,2147483640,1 x 1 x 2147483640 bytes",
    "2,0,4,images of 0 x 4 pixels",
    "2,3,0,images of 3 x 0 pixels",
    "2,3,5,2 x 3 x 5 = 30 bytes",
    "2,3,3,2 x 3 x 3 = 18 bytes",
    "0,3,4,0 x 3 x 4 = 0 bytes",
  })
  void refusesSizesThatTheFileDoesNotHave(int count, int rows, int columns, String named) {
    byte[] lying = IdxFiles.images(count, rows, columns, PIXELS);
    for (byte[] bytes : new byte[][] {lying, IdxFiles.gzip(lying)}) {
      assertThatThrownBy(() -> images(bytes))
          .isExactlyInstanceOf(MalformedFileException.class)
          .hasMessageStartingWith(file + ": the header declares " + named);
    }
  }

  @Test
  void saysHowMuchIsMissingOrTooMuch() {
    refuses(
        "the header declares 2 x 3 x 4 = 24 bytes, but 23 follow it; expected the file to end with"
            + " the last of them.",
        Arrays.copyOf(IMAGES, IMAGES.length - 1));
    refuses(
        "the header declares 2 x 3 x 4 = 24 bytes, but 25 follow it; expected the file to end with"
            + " the last of them.",
        IMAGES,
        new byte[1]);
    refuses(
        "the header declares 2 x 3 x 4 = 24 bytes, but the file ends after 23 of them; expected all"
            + " of them.",
        IdxFiles.gzip(Arrays.copyOf(IMAGES, IMAGES.length - 1)));
    refuses(
        "the header declares 2 x 3 x 4 = 24 bytes, but more follow; expected the file to end"
            + " there.",
        IdxFiles.gzip(IdxFiles.join(IMAGES, new byte[1])));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusesEveryTruncation(boolean gzip) {
    byte[] whole = gzip ? IdxFiles.gzip(IMAGES) : IMAGES;
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> images(cut))
          .as("the first %d of %d bytes", length, whole.length)
          .isExactlyInstanceOf(MalformedFileException.class)
          .hasMessageStartingWith(file + ": ");
    }
  }

  @Test
  void refusesTruncatedLabels() {
    for (byte[] whole :
        new byte[][] {IdxFiles.labels(1, 2, 3), IdxFiles.gzip(IdxFiles.labels(1, 2, 3))}) {
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> labels(cut)).isExactlyInstanceOf(MalformedFileException.class);
      }
    }
  }
}

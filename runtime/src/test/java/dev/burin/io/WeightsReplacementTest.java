package dev.burin.io;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.burin.file.AtomicFile;
import dev.burin.file.MalformedFileException;
import dev.burin.network.FloatNetwork;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saving weights replaces a file as a whole or leaves it alone. */
class WeightsReplacementTest {

  @TempDir Path directory;

  @Test
  void anOldFileIsReplacedAsAWhole() throws IOException {
    Path file = directory.resolve("old.safetensors");
    Files.write(file, new byte[100_000]);
    FloatNetwork network = TestNetworks.filled(TestNetworks.floats(2, 3, 1), 1);

    WeightsFile.save(file, network);

    assertThat(TestNetworks.bits(WeightsFile.load(file, TestNetworks.floats(2, 3, 1))))
        .isEqualTo(TestNetworks.bits(network));
    assertThat(names(directory)).containsExactly("old.safetensors");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path target = Files.write(directory.resolve("target"), new byte[1]);
    Path link = Files.createSymbolicLink(directory.resolve("link"), target);

    WeightsFile.save(link, TestNetworks.floats(2, 3, 1));

    assertThat(link).isSymbolicLink();
    assertThat(Files.size(target)).isGreaterThan(1);
  }

  @Test
  void aRelativePathIsSavedToo() throws IOException {
    Path file = Path.of("").toAbsolutePath().relativize(directory.resolve("relative"));

    WeightsFile.save(file, TestNetworks.floats(1, 1));

    assertThat(directory.resolve("relative")).isNotEmptyFile();
  }

  @Test
  void parametersThatAreNotFiniteAreNotSaved() throws IOException {
    Path file = Files.write(directory.resolve("good"), new byte[] {1, 2, 3});
    FloatNetwork network = TestNetworks.floats(2, 3, 1);
    network.parameter(network.layout().layer(1).weight(2, 1), Float.NaN);

    assertThatIllegalStateException()
        .isThrownBy(() -> WeightsFile.save(file, network))
        .withMessageContaining("layer1.weight[2,1] is NaN");
    assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
    assertThat(names(directory)).containsExactly("good");
  }

  @Test
  void aDirectoryIsNotReplaced() throws IOException {
    Path target = Files.createDirectory(directory.resolve("sub"));

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> WeightsFile.save(target, TestNetworks.floats(1, 1)))
        .withMessageContaining("directory");
    assertThat(names(directory)).containsExactly("sub");
    assertThat(names(target)).isEmpty();
    assertThatExceptionOfType(MalformedFileException.class)
        .isThrownBy(() -> WeightsFile.load(target, TestNetworks.floats(1, 1)))
        .withMessageContaining("directory");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsReported() throws IOException {
    // A file where a directory should be refuses even those who may do anything.
    Path plain = Files.write(directory.resolve("plain"), new byte[] {1});

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> WeightsFile.save(plain.resolve("w"), TestNetworks.floats(1, 1)));
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(
            () ->
                WeightsFile.save(
                    directory.resolve("none").resolve("w"), TestNetworks.floats(1, 1)));
    assertThat(names(directory)).containsExactly("plain");
  }

  @Test
  void aFailureHalfwayKeepsTheOldFileAndNothingElse() throws IOException {
    Path file = Files.write(directory.resolve("kept"), new byte[] {1, 2, 3});

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                AtomicFile.replace(
                    file,
                    out -> {
                      out.write("half".getBytes(US_ASCII));
                      throw new IOException("the disk is full");
                    }))
        .withMessage("the disk is full");
    assertThat(Files.readAllBytes(file)).containsExactly(1, 2, 3);
    assertThat(names(directory)).containsExactly("kept");
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

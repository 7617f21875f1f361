package dev.burin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

  @TempDir private Path directory;

  @Test
  void makesDirectoriesAndReplacesFiles() throws IOException {
    Path file = directory.resolve("a/b/c.bin");
    Output.prepare(file);
    Output.write(file, new byte[] {1});
    Output.write(file, new byte[] {2, 3});
    assertThat(file).hasBinaryContent(new byte[] {2, 3});
    assertThat(file.getParent()).isDirectoryContaining("glob:**/c.bin");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aNewFileHasTheModeOfAnyNewFile() throws IOException {
    Path other = Files.createFile(directory.resolve("other"));
    Path file = directory.resolve("cost.png");
    Output.write(file, new byte[] {1});
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void refusesAPlaceThatCannotBe() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "kept");
    assertThatThrownBy(() -> Output.prepare(file.resolve("below/c.bin")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be made");
    assertThatThrownBy(() -> Output.prepare(directory))
        .isInstanceOf(IOException.class)
        .hasMessage(directory + ": this is a directory; give the name of a file to write");
    assertThat(file).hasContent("kept");
  }
}

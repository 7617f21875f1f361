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
  void refusesAPlaceThatCannotBe() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "kept");
    assertThatThrownBy(() -> Output.prepare(file.resolve("below/c.bin")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be made");
    assertThatThrownBy(() -> Output.prepare(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("There is a directory");
    assertThat(file).hasContent("kept");
  }
}

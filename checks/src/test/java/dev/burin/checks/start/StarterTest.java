package dev.burin.checks.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.machine.Lanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folder that a newcomer copies: what the README shows of it, and that it does what it says.
 */
class StarterTest {

  private static final Path ROOT = Folder.ROOT;
  private static final Path STARTER = ROOT.resolve("starter");
  private static final Folder FOLDER = new Folder(STARTER, List.of(Lanes.class));
  private static final List<String> SOURCES = List.of("InCircle", "Main");

  @TempDir private Path directory;

  @Test
  void theReadmeShowsItsSourcesToTheLetter() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    for (String name : SOURCES) {
      assertThat(readme).contains("```java\n" + FOLDER.source(name) + "```\n");
    }
  }

  /** A cost and an accuracy are the same on every machine; the time and the path are not. */
  @Test
  void itCompilesAndPrintsTheFiguresOfTheReadme() throws Exception {
    FOLDER.compile(directory);
    List<String> lines = FOLDER.run(directory, directory, "app.Main");

    String readme = Files.readString(ROOT.resolve("README.md"));
    assertThat(lines).hasSize(3);
    assertThat(readme)
        .contains(lines.get(0).replaceAll(" after .*", " after "))
        .contains(lines.get(1));
    assertThat(lines.get(2)).startsWith("true on ");
    assertThat(directory.resolve("in-circle.safetensors")).isRegularFile();
  }
}

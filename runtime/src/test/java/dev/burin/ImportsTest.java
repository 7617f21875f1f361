package dev.burin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The order of the rooms in what sources say: constants of other rooms are copied into class files
 * without a trace, so that {@link RoomsTest} does not see them.
 */
class ImportsTest {

  private static final Path SOURCES = Path.of("src/main/java");

  /** A class of ours by its full name, as in imports, and where it is not imported. */
  private static final Pattern NAME = Pattern.compile("\\b(dev\\.burin(?:\\.[a-z]\\w*)*)\\.[A-Z]");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String room(Path source) {
    return SOURCES.relativize(source.getParent()).toString().replace('/', '.');
  }

  /** What a source knows of rooms that it must not know, as sentences. */
  private static List<String> lookingUp(String room, String text) {
    List<String> known = new ArrayList<>(Rooms.below(room));
    known.add(room);
    return NAME.matcher(COMMENT.matcher(text).replaceAll(""))
        .results()
        .map((MatchResult match) -> match.group(1))
        .filter(other -> !known.contains(other))
        .map(other -> room + " names a class of " + other)
        .toList();
  }

  @Test
  void noSourceNamesAClassOfARoomAboveItsOwn() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(100);
      assertThat(sources).flatMap(source -> lookingUp(room(source), read(source))).isEmpty();
    }
  }

  /** What the test above would say of a room that looks up, in each way that sources can. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "import dev.burin.train.Trainer;",
        "import static dev.burin.train.Trainer.ALL_CORES;",
        "import dev.burin.train.*;\nclass Here { int cores = dev.burin.train.Trainer.ALL_CORES; }",
        "class Here { /* why */ dev.burin.train.Trainer trainer; }"
      })
  void aPlantedNameIsFound(String planted) {
    String text = "package dev.burin.shape;\n" + planted;

    assertThat(lookingUp("dev.burin.shape", text))
        .containsExactly("dev.burin.shape names a class of dev.burin.train");
    assertThat(lookingUp("dev.burin.check", text)).isEmpty();
  }

  @Test
  void aCommentMayNameWhatItLikes() {
    String text = "// import dev.burin.train.Trainer;\n/** See dev.burin.train.Trainer. */";

    assertThat(lookingUp("dev.burin.shape", text)).isEmpty();
  }
}

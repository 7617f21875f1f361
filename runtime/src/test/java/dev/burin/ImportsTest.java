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
      return COMMENT.matcher(Files.readString(source)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String room(Path source) {
    return SOURCES.relativize(source.getParent()).toString().replace('/', '.');
  }

  /** What a source knows of rooms that it must not know, as sentences. */
  private static List<String> lookingUp(Path source) {
    String room = room(source);
    List<String> known = new ArrayList<>(Rooms.below(room));
    known.add(room);
    return NAME.matcher(read(source))
        .results()
        .map((MatchResult match) -> match.group(1))
        .filter(other -> !known.contains(other))
        .map(other -> source.getFileName() + " in " + room + " names a class of " + other)
        .toList();
  }

  @Test
  void noSourceNamesAClassOfARoomAboveItsOwn() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(100);
      assertThat(sources).flatMap(ImportsTest::lookingUp).isEmpty();
    }
  }
}

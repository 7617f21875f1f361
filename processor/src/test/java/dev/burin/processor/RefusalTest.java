package dev.burin.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burin.processor.RefusedSource.Mark;
import dev.burin.processor.report.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles each source of {@code refused/} and compares javac's errors with its marks. */
class RefusalTest {

  @TempDir Path out;
  @TempDir Path vocabulary;

  static Stream<RefusedSource> sources() throws IOException, URISyntaxException {
    Path folder =
        Path.of(Objects.requireNonNull(RefusalTest.class.getResource("/refused")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(RefusalTest::read).toList().stream();
    }
  }

  private static RefusedSource read(Path file) {
    try {
      return RefusedSource.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void isRefusedWhereItSays(RefusedSource source) throws IOException {
    assertThat(source.marks()).as("marks in %s", source).isNotEmpty();

    JavacRun run = compile(source);

    List<String> errors = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> error : run.of(Diagnostic.Kind.ERROR)) {
      errors.add(shortened(error, source));
    }
    assertThat(errors)
        .containsExactlyInAnyOrderElementsOf(source.marks().stream().map(Mark::toString).toList());
    assertThat(run.success()).isFalse();
    String another = source.settings().get("generates");
    assertThat(run.written().stream().filter(file -> file.endsWith("Network.java")))
        .as("generated sources, none of them for a refused interface")
        .containsExactlyElementsOf(another == null ? List.of() : List.of(another));
    assertThat(String.join("\n", run.errors())).doesNotContain("\tat ");
  }

  @Test
  void everyMessageHasASourceNamedAfterIt() throws IOException, URISyntaxException {
    TreeSet<String> ids =
        Arrays.stream(Message.values())
            .map(Message::id)
            .collect(Collectors.toCollection(TreeSet::new));

    TreeSet<String> shown =
        sources()
            .filter(source -> source.marks().stream().anyMatch(mark -> named(source, mark)))
            .map(source -> source.marks().getFirst().id())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(shown).isEqualTo(ids);
  }

  private static boolean named(RefusedSource source, Mark mark) {
    return ("Burin" + source.name()).equals(mark.id());
  }

  /** An error cut to the length of the mark at its place, so that both read alike if they agree. */
  private static String shortened(
      Diagnostic<? extends JavaFileObject> error, RefusedSource source) {
    String path = error.getSource() == null ? "" : error.getSource().toUri().getPath().substring(1);
    String text = error.getMessage(Locale.ROOT);
    String cut =
        source.marks().stream().map(Mark::text).filter(text::startsWith).findFirst().orElse(text);
    return new Mark(path, error.getLineNumber(), error.getColumnNumber(), cut).toString();
  }

  private JavacRun compile(RefusedSource source) throws IOException {
    List<String> options = new ArrayList<>();
    if (!"no".equals(source.settings().get("vector"))) {
      options.addAll(JavacRun.VECTOR);
    }
    String more = source.settings().get("options");
    if (more != null) {
      options.addAll(List.of(more.split(" ")));
    }
    String obstacle = source.settings().get("obstacle");
    if (obstacle != null) {
      Files.writeString(out.resolve(obstacle), "This file is where a directory should be.");
    }
    String weights = source.settings().get("weights");
    if (weights != null) {
      List<String> words = List.of(weights.split(" "));
      String[] tensors = words.subList(1, words.size()).toArray(String[]::new);
      SmallWeights.write(out.resolve(words.getFirst()), tensors);
    }
    Path classPath =
        "vocabulary".equals(source.settings().get("classpath")) ? vocabulary() : JavacRun.runtime();
    NetworkProcessor processor =
        "broken".equals(source.settings().get("planner"))
            ? new NetworkProcessor(RefusalTest::fail)
            : new NetworkProcessor();
    return JavacRun.of(source.sources(), options, classPath, out, processor);
  }

  private static <T> T fail(Object model) {
    throw new IllegalStateException("the planner stumbled\nover two lines");
  }

  /** A class path that holds the annotations and no other package of the runtime. */
  private Path vocabulary() throws IOException {
    Path runtime = JavacRun.runtime();
    if (Files.isDirectory(runtime)) {
      copyVocabulary(runtime.resolve("dev/burin"));
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(runtime)) {
        copyVocabulary(jar.getPath("dev/burin"));
      }
    }
    return vocabulary;
  }

  private void copyVocabulary(Path from) throws IOException {
    Path to = Files.createDirectories(vocabulary.resolve("dev/burin"));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }
}

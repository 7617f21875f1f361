package dev.burin.checks.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that people copy, compiled and run as its own build does it.
 *
 * @param folder holds a {@code pom.xml} and {@code src/main/java/app}
 * @param libraries a class of each library that its {@code pom.xml} asks for
 */
public record Folder(Path folder, List<Class<?>> libraries) {

  /** Where the project is. */
  public static final Path ROOT = Path.of("..");

  /** The text of a source. */
  public String source(String name) throws IOException {
    return Files.readString(folder.resolve("src/main/java/app/" + name + ".java"));
  }

  /** Compiles all sources with the processor. */
  public void compile(Path classes) throws IOException {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(FreshJvm.MODULE, "-Xlint:all,-incubating,-processing", "-Werror"));
    arguments.addAll(List.of("-cp", libraryPath()));
    arguments.addAll(List.of("-processorpath", System.getProperty("java.class.path", ".")));
    arguments.addAll(List.of("-d", classes.toString()));
    try (Stream<Path> sources = Files.list(folder.resolve("src/main/java/app"))) {
      sources.map(Path::toString).sorted().forEach(arguments::add);
    }
    int exit =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(writer, writer, arguments.toArray(new String[0]));
    assertThat(exit).as(said.toString()).isZero();
  }

  /** Runs a program in a JVM of its own, and gives the lines that it printed. */
  public List<String> run(Path classes, Path directory, String program, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(FreshJvm.MODULE, "-cp", classes + File.pathSeparator + libraryPath(), program));
    command.addAll(Arrays.asList(args));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text.lines().toList();
  }

  private String libraryPath() {
    return libraries.stream()
        .map(type -> FreshJvm.home(type).toAbsolutePath().toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
